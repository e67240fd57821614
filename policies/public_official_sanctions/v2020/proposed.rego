# METADATA
# title: 草案中的处分
# description: What a draft proposes of the sanctions of this law.
package public_official_sanctions.v2020.proposed

import data.facts
import data.logic
import data.public_official_sanctions.v2020.forms

# 处分 or one of its kinds, or one of the named ones.
sanction := among(array.concat(forms.sanctions, ["处分", "行政处分"]))

among(names) := logic.any_of(array.concat(
	[logic.is_one_of(proposed.form, names) | some proposed in facts.proposal_forms],
	[beyond_the_proposal],
))

beyond_the_proposal := logic.open([facts.proposal.forms.fact]) if facts.proposal.forms.value == null

else := logic.never([facts.proposal.forms.fact])
