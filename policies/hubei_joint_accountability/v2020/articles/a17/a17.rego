# METADATA
# title: 第十七条 履职情况报告和综合评定
package hubei_joint_accountability.v2020.articles.a17

import data.facts
import data.hubei_joint_accountability.v2020.ledger
import data.hubei_joint_accountability.v2020.levels
import data.logic

list := facts.supervision.reports

complete := facts.supervision.reportsComplete

# METADATA
# title: 每年提交履职情况报告
# custom:
#   provision: art_17__para_1
#   modality: must
#   class: M
#   quote: 各级党委和政府主要负责人应当每年向上一级安全生产委员会提交安全生产工作履职情况报告。各负有安全生产监管职责的部门主要负责人应当每年向本级安全生产委员会提交安全生产工作履职情况报告。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.any_of([heads, department, whichever_it_corresponds_to]),
	reported,
)

# Every organ to which a body may correspond has a head who reports, if it has duties of supervision.
whichever_it_corresponds_to := logic.all_of([
	ledger.by_reference,
	logic.given(facts.supervision.hasSupervisionDuty),
]) if {
	ledger.counterpart_unknown
}

else := logic.never([])

reported := logic.never(array.concat(reported_up.on, reported_beside.on)) if {
	whichever_it_corresponds_to.is == true
	reported_up.is == false
	reported_beside.is == false
}

else := logic.all_of([
	ledger.where(heads, reported_up),
	ledger.where(department, reported_beside),
])

# METADATA
# title: 党委和政府主要负责人向上一级安全生产委员会报告
# description: Both heads of the territory, each for himself; a body of the province has no level above it here.
# custom:
#   provision: art_17__para_1__s1
#   modality: must
#   class: M
#   quote: 各级党委和政府主要负责人应当每年向上一级安全生产委员会提交安全生产工作履职情况报告。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(heads, reported_up),
	entries(heads, authors_up, levels.superior),
	ledger.part_of_the_year(heads),
	gap,
])

heads := logic.any_of([
	ledger.is_body(["党委", "政府"]),
	ledger.corresponds_to(["党委", "政府"]),
])

# An institution or an enterprise has the head of the organ to which it corresponds, a territory has both.
authors_up := [$"{facts.subject.counterpart.value}主要负责人"] if {
	facts.subject.kind.value in ledger.institutions
	facts.subject.counterpart.value in ["党委", "政府"]
}

else := ["党委主要负责人", "政府主要负责人"]

states_up := [kept_by(author, levels.superior) | some author in authors_up]

reported_up := logic.open([]) if levels.superior.state == "none"

else := logic.open(heads.on) if {
	heads.is == null
	not facts.subject.kind.value in ledger.branches
	logic.all_of(states_up).is == false
	logic.any_of(states_up).is != false
}

else := logic.all_of(states_up)

gap := {"gap": "no_superior_in_province"} if {
	levels.superior.state == "none"
	heads.is != false
}

else := {}

# METADATA
# title: 部门主要负责人向本级安全生产委员会报告
# custom:
#   provision: art_17__para_1__s2
#   modality: must
#   class: M
#   quote: 各负有安全生产监管职责的部门主要负责人应当每年向本级安全生产委员会提交安全生产工作履职情况报告。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(department, reported_beside),
	entries(department, ["部门主要负责人"], levels.own),
	ledger.part_of_the_year(department),
])

department := logic.all_of([
	logic.any_of([
		ledger.is_body(["党委职能部门", "政府工作部门"]),
		ledger.corresponds_to(["党委职能部门", "政府工作部门"]),
	]),
	logic.given(facts.supervision.hasSupervisionDuty),
])

reported_beside := kept_by("部门主要负责人", levels.own)

by_author(author) := [i | some i, report in facts.supervision_reports; report.author.value == author]

addressed(i, wanted) := levels.matches(facts.supervision_reports[i].addresseeLevel, wanted)

due := ledger.due(facts.supervision.dueOn, facts.supervision.dueSource)

absent := ledger.absent(list, complete, ledger.over(due))

filed_on(i) := facts.supervision_reports[i].filedOn

punctual(i) := logic.always([]) if due == null

else := logic.any_of([in_time(i), logic.negate(ledger.in_force_for(due)), ledger.of_a_part])

in_time(i) := {"is": filed_on(i).value <= due.value, "on": [filed_on(i).fact, facts.supervision.dueOn.fact]} if {
	filed_on(i).value != null
}

else := logic.open([filed_on(i).fact])

properly_filed(i, wanted) := logic.all_of([addressed(i, wanted), punctual(i)])

rightly_addressed(author, wanted) := [i | some i in by_author(author); addressed(i, wanted).is == true]

# A report to the right 安全生产委员会 in time, which a late one beside it does not exclude; without any, what the register
# and the year's end say.
kept_by(author, wanted) := logic.any_of(array.concat(
	[properly_filed(i, wanted) | some i in rightly_addressed(author, wanted)],
	[ledger.beyond(list, complete)],
)) if {
	count(rightly_addressed(author, wanted)) > 0
}

else := logic.any_of(array.concat(
	[addressed(i, wanted) | some i in by_author(author)],
	[absent],
))

entries(applies, authors, wanted) := {
	"bearers": authors,
	"each": [entry(applies, author, wanted) | some author in authors],
} if {
	applies.is != false
	wanted.state != "none"
}

else := {}

entry(applies, author, wanted) := object.union_n([
	{"of": shown(author, wanted)},
	logic.norm(applies, kept_by(author, wanted)),
	fault(author, wanted),
])

shown(author, wanted) := $"/supervision/reports/{array.concat(in_time_first, filed)[0]}" if {
	filed := rightly_addressed(author, wanted)
	count(filed) > 0
	in_time_first := [i | some i in filed; punctual(i).is == true]
}

else := $"/supervision/reports/{by_author(author)[0]}" if count(by_author(author)) > 0

else := $"{facts.supervision.year.value} {author}" if facts.supervision.year.value != null

else := author

fault(author, wanted) := late(kept_by(author, wanted)) if count(rightly_addressed(author, wanted)) > 0

else := {"code": "wrong_addressee"} if {
	count(by_author(author)) > 0
	every i in by_author(author) { addressed(i, wanted).is == false }
}

else := {} if count(by_author(author)) > 0

else := {"code": "part_of_the_year"} if ledger.for_part_of_the_year

else := {"code": "missing_at_year_end"} if absent.is == false

else := {"code": "owed"}

late(state) := {"code": "late"} if state.is == false

else := {}

# METADATA
# title: 综合评定并抄送组织部门
# description: |
#   The 安全生产委员会 stands under the government of its level (art. 6), so the ledger of that government carries its duty.
# custom:
#   provision: art_17__para_2
#   modality: must
#   class: X
#   human: [/supervision/appraisals]
#   quote: 各级安全生产委员会应当结合安全生产工作责任目标，对下一级党委、政府主要负责人和本级负有安全生产监管职责的部门主要负责人安全生产工作履职情况进行综合评定后，将评定结果抄送同级组织部门。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(appraises, appraised),
	{"bearers": ["本级安全生产委员会"]},
	ledger.part_of_the_year(appraises),
	appraisal_entries,
])

appraises := logic.all_of([
	logic.any_of([ledger.is_body(["政府"]), ledger.branch_as(["政府"])]),
	has_whom_to_appraise,
])

# A township has no level below it; whether it has 本级负有安全生产监管职责的部门, the text does not say.
has_whom_to_appraise := logic.open([]) if facts.subject.level.value == "乡镇"

else := ledger.has_lower_level

appraisals := facts.supervision.appraisals

appraised := ledger.absent(appraisals, facts.supervision.appraisalsComplete, ledger.reviews_over) if {
	count(facts.supervision_appraisals) == 0
}

else := logic.all_of(array.concat(
	[appraised_one(i) | some i, _ in facts.supervision_appraisals],
	[ledger.listed_completely(appraisals, facts.supervision.appraisalsComplete)],
))

completed(i) := ledger.by_the_end(facts.supervision_appraisals[i].completed)

# 结合……进行综合评定: what the appraisal rests on is seen once it is made.
with_targets(i) := ledger.not_done(appraisal.completed) if {
	appraisal := facts.supervision_appraisals[i]
	appraisal.completed.value == false
	appraisal.withTargets.value == false
}

else := logic.any_of([logic.given(facts.supervision_appraisals[i].withTargets), ledger.perhaps_before_the_measures])

copied_to := ["同级组织部门"]

copied(i) := logic.is_one_of(facts.supervision_appraisals[i].copiedTo, copied_to)

# What is not copied can still be until the year is over.
copied_in_time(i) := ledger.not_done(facts.supervision_appraisals[i].copiedTo) if copied(i).is == false

else := copied(i)

appraised_one(i) := logic.all_of([completed(i), with_targets(i), copied_in_time(i)])

appraisal_entries := ledger.each(appraises, array.concat(
	[object.union_n([
		{"of": $"/supervision/appraisals/{i}"},
		logic.norm(appraises, appraised_one(i)),
		fault_of_appraisal(i),
	]) |
		some i, _ in facts.supervision_appraisals
	],
	none_at_all,
))

none_at_all := [object.union_n([
	{"of": $"{facts.supervision.year.value} 综合评定"},
	logic.norm(appraises, appraised),
	{"code": "missing_at_year_end"},
])] if {
	count(facts.supervision_appraisals) == 0
	appraised.is == false
}

else := []

fault_of_appraisal(i) := {"code": "not_appraised"} if facts.supervision_appraisals[i].completed.value == false

else := {"code": "targets_not_used"} if with_targets(i).is == false

else := {"code": "copied_elsewhere"} if facts.supervision_appraisals[i].copiedTo.value == "其他机关"

else := {"code": "not_copied"} if facts.supervision_appraisals[i].copiedTo.value == "没有抄送"

else := {}
