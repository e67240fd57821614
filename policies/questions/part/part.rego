# METADATA
# title: 部分条文
# description: |
#   The findings of some articles of a question, exactly as its answer has them: what the host asks again under another
#   reading. Not an answer of its own: it says nothing of the articles that were left out.
package questions.part

import data.catalogue
import data.order_493.v2007.articles.a03 as order_493
import data.questions.found

# METADATA
# title: 部分条文（状态）
# description: |
#   `input.question` is a question, `input.articles` packages of articles as the catalogue lists them for it.
# entrypoint: true
answer := {
	"question": input.question,
	"grade": order_493.interval,
	"findings": {eid: finding |
		some article in input.articles
		found_there := found.article(article)
		some eid in catalogue.articles[input.question][article]
		finding := found_there[eid]
	},
}
