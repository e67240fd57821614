# METADATA
# title: 第九条 责任追究
package hubei_joint_accountability.v2020.articles.a09

import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.performance
import data.hubei_joint_accountability.v2020.scope
import data.logic

# METADATA
# title: 履职不到位的责任追究
# description: A failure in a duty of chapter II reaches the organ and its principal; the failure is a human evaluation.
# custom:
#   provision: art_9__para_1
#   modality: must
#   class: M
#   human: [/performance]
#   quote: 各级党委和政府及其工作部门履行本办法第二章所规定职责不到位的，应当按照有关党内法规、法律法规和本办法规定，对有关党委和政府及其主要负责人、党委职能部门和政府工作部门及其主要负责人，予以责任追究。
#   questions: [addressees]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([scope.covered, performance.established]),
	failures_pursued,
)

failures_pursued := logic.open(["/performance/failures"]) if count(performance.organs_with_failures) == 0

else := logic.all_of([accountability.pursued([organ], "机关") | some organ in performance.organs_with_failures])
