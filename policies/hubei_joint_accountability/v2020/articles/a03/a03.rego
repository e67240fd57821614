# METADATA
# title: 第三条 党政同责、一岗双责、齐抓共管、失职追责
package hubei_joint_accountability.v2020.articles.a03

import data.facts
import data.hubei_joint_accountability.v2020.addressees
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.readings.readings

# METADATA
# title: 党政同责
# description: Committee and government answer together; the pair of each tier at the place of the accident.
# custom:
#   provision: art_3__para_1
#   modality: definition
#   class: M
#   quote: 本办法中所称的“党政同责”，是指严格落实党委和政府对安全生产工作的领导责任，坚持党委和政府对安全生产工作共同负责，坚持党委和政府主要负责人是本地区安全生产第一责任人，对本地安全生产工作负总责。
#   questions: [addressees]
findings[rego.metadata.rule().custom.provision] := object.union(logic.finding(scope.covered), pairs)

default pairs := {}

# 主要负责人 of both are the first to answer for their place, whatever article 11 reaches.
pairs := {"pairs": {tier: [with_head(entry) | some entry in addressees.pair(tier, readings.directlyGoverned.value)] |
	some tier in ["乡镇", "县（市、区）", "市（州）", "省"]
}} if {
	scope.covered.is != false
}

with_head(entry) := object.union(entry, {"persons": "主要负责人"}) if entry.status == "named"

else := entry

# METADATA
# title: 一岗双责
# description: |
#   The leaders other than the head and the one in charge of safety answer for it inside their own portfolio; whether they
#   do is a human evaluation, after the rules to which article 2 refers a person's own duties.
# custom:
#   provision: art_3__para_2
#   modality: definition
#   class: H
#   human: [/portfolio/performed]
#   quote: 本办法中所称的“一岗双责”，是指各级党委和政府及其工作部门除明确分管安全生产工作的负责人协助主要负责人抓好安全生产工作外，其他负责人都应当按照“管行业必须管安全、管业务必须管安全、管生产经营必须管安全”的要求，抓好分管行业（领域）内的安全生产工作，履行安全生产工作职责。
#   refersTo: 湖北省地方党政领导干部安全生产责任制细则
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([
		scope.subject_covered,
		logic.is_one_of(facts.subject.role, ["其他负责人"]),
		logic.given(facts.portfolio.assigned),
	]),
	logic.given(facts.portfolio.performed),
)

# METADATA
# title: 齐抓共管
# description: Describes the pattern of joint work.
# custom:
#   provision: art_3__para_3
#   modality: definition
#   class: N
#   quote: 本办法中所称的“齐抓共管”，是指各级党委和政府及其工作部门等有关方面应当共同抓好安全生产工作，形成党委和政府统一领导、部门依法监管、企业全面负责、职工积极参与、行业严格自律、社会支持监督的安全生产工作格局。
#   reason: 描述工作格局，没有可以适用于个案的条件或者后果。
without_rule[rego.metadata.rule().custom.provision] := "non_operative"

# METADATA
# title: 尽职照单免责
# description: |
#   An organ all of whose listed duties are evaluated as performed can claim exemption, and so can its head; the deciding
#   organ grants it. The list of an organ says nothing of the duties of its other leaders and of its staff.
# custom:
#   provision: art_3__para_4
#   modality: definition
#   class: X
#   human: [/dutyList]
#   quote: 本办法中所称的“失职追责”，是指实行党政领导干部任期安全生产责任制，日常工作依责尽职，发生事故依责追究；按照安全生产权力清单和责任清单，尽职照单免责、失职照单问责。
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(logic.all_of([asked.covered, exemption])),
	{"exemptions": exemptions},
)

# What the list says under each name; another name may be the same organ's.
named[name] contains i if {
	some i, duty in facts.dutyList_duties
	name := duty.organ.value
}

exemptions[name] := {"supported": logic.tidy(performed_under(name)), "decidedBy": "责任追究决定机关"} if {
	some name, _ in named
}

# Of two organs under one name nothing can be said under that name: it would be read as said of both.
performed_under(name) := logic.open([facts.dutyList_duties[i].organ.fact | some i in named[name]]) if several_organs[name]

else := performed_as_named[name] if performed_as_named[name].is == false

else := logic.all_of([performed_as_named[name], performed_under_other_names(name), list_is_whole])

# Entries of one name that no two organs share are the same organ's.
performed_as_named[name] := logic.all_of([logic.given(facts.dutyList_duties[i].performed) | some i in listed]) if {
	some name, listed in named
}

# The same entry speaks for a name in whatever order they are listed; the one that says most of its organ.
first_listed[name] := sort([[unsaid(i), identity.listed_duties[i].placing, i] | some i in listed])[0][2] if {
	some name, listed in named
}

unsaid(i) := count(organ.unplaced) + count(organ.unnumbered) if organ := identity.listed_duties[i]

# A duty that is evaluated as performed stands in nobody's way, whosever it is.
performed_under_other_names(name) := logic.never(failed) if {
	identity.is_told_without_name(first_as_named[name])
	failed := [facts.dutyList_duties[i].performed.fact |
		some i in perhaps_placed_as[first_as_named[name].placing]
		facts.dutyList_duties[i].performed.value == false
		identity.is_same(first_as_named[name], identity.listed_duties[i])
	]
	count(failed) > 0
}

else := logic.open(array.concat([facts.dutyList.duties.fact], first_as_named[name].unplaced)) if {
	perhaps := perhaps_placed_as[first_as_named[name].placing]
	count(perhaps) > count([i | some i in named[name]; i in perhaps])
}

else := logic.always([])

several_organs[name] if {
	some name, listed in named
	some i in listed
	identity.is_other(first_as_named[name], identity.listed_duties[i])
}

several_organs[name] if {
	some name, listed in named
	references := {reference | some i in listed; reference := identity.listed_duties[i].reference.value; reference != null}
	count(references) > 1
}

first_as_named[name] := identity.listed_duties[i] if some name, i in first_listed

# What is not performed of organs that are not known to be others. By placing, not by name: the lists are long.
perhaps_placed_as[placing] := {i |
	some i, duty in facts.dutyList_duties
	duty.performed.value != true
	not identity.is_other(first, identity.listed_duties[i])
} if {
	some placing in {organ.placing | some organ in identity.listed_duties}
	first := [organ | some organ in identity.listed_duties; organ.placing == placing][0]
}

list_is_whole := logic.always([facts.dutyList.complete.fact]) if facts.dutyList.complete.value == true

else := logic.open([facts.dutyList.complete.fact])

# Of the body asked about, else of any: a body without a listed duty is not exempt, its list is missing.
exemption := exemption_of_subject if asked.of_subject

else := logic.open([facts.dutyList.duties.fact]) if count(facts.dutyList_duties) == 0

else := logic.any_of(array.concat(
	[performed_under(name) | some name in sort([name | some name, _ in named])],
	[logic.negate(list_is_whole)],
))

exemption_of_subject := exemption_of_its_organ if bears_the_list_of_the_organ.is == true

else := logic.open([facts.dutyList.duties.fact]) if bears_the_list_of_the_organ.is == false

else := logic.open(array.concat(bears_the_list_of_the_organ.on, logic.relevant(exemption_of_its_organ, null)))

# 党政领导干部任期安全生产责任制……照单: by his own list. That of the organ is its head's, who answers for all of it
# (主要负责人……负总责); what another leader or the staff has to do, it does not say.
bears_the_list_of_the_organ := logic.is_one_of(facts.subject.role, ["机关", "主要负责人"])

exemption_of_its_organ := logic.open([facts.dutyList.duties.fact]) if some_duty_of_subject.is == false

else := logic.all_of([some_duty_of_subject, performed_by_subject])

some_duty_of_subject := logic.any_of([of_subject(i) | some i, _ in facts.dutyList_duties])

performed_by_subject := logic.all_of(array.concat(
	[logic.any_of([logic.negate(of_subject(i)), logic.given(duty.performed)]) |
		some i, duty in facts.dutyList_duties
		of_subject(i).is != false
	],
	[list_is_whole],
))

of_subject(i) := identity.same(identity.subject, identity.listed_duties[i])
