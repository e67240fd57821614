# METADATA
# title: 责任追究的提示
# description: What is said beside the findings of the questions about a body or person, by code, with its facts.
package hubei_joint_accountability.v2020.notes

import data.facts
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.scope
import data.hubei_joint_accountability.v2020.term

of_accountability(found) := {
	"own_duties_by_detailed_rules": hinted(found, "own_duties_by_detailed_rules", facts.subject.role.fact),
	"staff_by_other_rules": hinted(found, "staff_by_other_rules", facts.subject.role.fact),
	"term_began_after_the_failure": of_the_term(term.began_after_the_act),
	"term_ended_before_the_failure": of_the_term(term.ended_before_the_act),
	"suspicion_leaves_the_track": suspicion(found),
	"statutory_procedure_first": procedure(found),
	"bar_stands": [facts.investigation.findingsMade.fact | a11.barred.is == true],
}

of_forms(found) := {
	"term_began_after_the_failure": of_the_term(term.began_after_the_act),
	"term_ended_before_the_failure": of_the_term(term.ended_before_the_act),
	"forms_listed_for_principals_only": with_gap(found, "forms_listed_for_principals_only"),
	"staff_by_other_rules": with_gap(found, "staff_by_other_rules"),
	"form_through_etc": with_status(found, "through_etc"),
	"form_of_another_instrument": with_status(found, "of_another_instrument"),
	"form_in_no_instrument": with_status(found, "in_no_instrument"),
	"form_not_recognised": with_status(found, "not_recognised"),
	"form_listed_for_another_subject": with_status(found, "listed_for_another_subject"),
	"suspicion_leaves_the_track": suspicion(found),
	"statutory_procedure_first": procedure(found),
	"bar_stands": [facts.investigation.findingsMade.fact | a11.barred.is == true],
}

of_the_term(misses) := [facts.factors.time.fact | misses; scope.subject_covered.is != false; facts.subject.role.value == "主要负责人"]

hinted(found, hint, on) := sort({on | some finding in found; object.get(finding, "hint", null) == hint})

with_gap(found, gap) := [facts.subject.role.fact | object.get(found, ["art_9__para_2", "gap"], null) == gap]

with_status(found, status) := [entry.of |
	some entry in object.get(found, ["art_9__para_2", "forms"], [])
	entry.status == status
]

suspicion(found) := [facts.suspicion.suspected.fact | found.art_9__para_2__s3.applies.is == true]

procedure(found) := [facts.subject.posts.fact | found.art_9__para_3.applies.is == true]
