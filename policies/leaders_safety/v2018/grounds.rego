# METADATA
# title: 领导干部规定的从轻从重情形
# description: What arts. 12 and 13 of the measures import from the rules of 2018, by eId.
package leaders_safety.v2018.grounds

import data.leaders_safety.v2018.articles.a21
import data.leaders_safety.v2018.articles.a22

lenient["leaders_safety__art_22__para_1"] := a22.findings.leaders_safety__art_22__para_1.applies

severe["leaders_safety__art_21__para_1"] := a21.findings.leaders_safety__art_21__para_1.applies
