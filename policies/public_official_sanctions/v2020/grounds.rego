# METADATA
# title: 政务处分法的从轻从重情形
# description: What arts. 12 and 13 of the measures import from the law on sanctions of public officials, by eId.
package public_official_sanctions.v2020.grounds

import data.public_official_sanctions.v2020.articles.a11
import data.public_official_sanctions.v2020.articles.a13

lenient[eid] := finding.applies if some eid, finding in a11.findings

severe[eid] := finding.applies if some eid, finding in a13.findings
