package test.hubei_a17

import data.hubei_joint_accountability.v2020.articles.a17

county := {"level": "县（市、区）", "divisionCode": "420323"}

with_body(body, changed) := {"facts": {
	"subject": object.union(county, body),
	"supervision": object.union({"year": 2022, "hasSupervisionDuty": true}, changed),
}}

institution := {"kind": "直属事业单位", "hasSafetyFunctions": true}

# 各级党委和政府主要负责人；各负有安全生产监管职责的部门主要负责人
test_heads_of_committees_and_governments_report_upwards_and_of_departments_beside if {
	every row in [
		[{"kind": "党委"}, true, false],
		[{"kind": "政府"}, true, false],
		[{"kind": "党委职能部门"}, false, true],
		[{"kind": "政府工作部门"}, false, true],
		[object.union(institution, {"counterpart": "党委"}), true, false],
		[object.union(institution, {"counterpart": "政府"}), true, false],
		[object.union(institution, {"counterpart": "党委职能部门"}), false, true],
		[object.union(institution, {"counterpart": "政府工作部门"}), false, true],
	] {
		a17.heads.is == row[1] with input as with_body(row[0], {})
		a17.department.is == row[2] with input as with_body(row[0], {})
	}
}

branch := {"kind": "派出机关"}

none_reported := {"reports": [], "reportsComplete": true, "asOf": "2023-01-31"}

beside := {"author": "部门主要负责人", "addresseeLevel": "县（市、区）", "filedOn": "2022-12-01"}

# 参照: whichever organ a body corresponds to, one of the two sentences speaks of it if it has duties of supervision.
test_a_body_whose_counterpart_is_not_stated_reports_in_one_way_or_the_other if {
	every body in [branch, {"kind": "功能区管理机构"}, institution] {
		a17.heads == {"is": null, "on": ["/subject/counterpart"]} with input as with_body(body, {})
		a17.department == {"is": null, "on": ["/subject/counterpart"]} with input as with_body(body, {})
		a17.whichever_it_corresponds_to.is == true with input as with_body(body, {})
		a17.whichever_it_corresponds_to.is == false with input as with_body(body, {"hasSupervisionDuty": false})
		a17.whichever_it_corresponds_to.is == null with input as with_body(body, {"hasSupervisionDuty": null})
		a17.whichever_it_corresponds_to.is == false with input as with_body(object.union(body, {"counterpart": "党委"}), {})
	}
	a17.whichever_it_corresponds_to.is == false with input as with_body({"kind": "政府"}, {})
}

test_it_has_not_reported_where_it_has_in_neither_way if {
	a17.reported.is == false with input as with_body(branch, none_reported)
	a17.reported.is == null with input as with_body(branch, object.union(none_reported, {"hasSupervisionDuty": null}))
	a17.reported.is == null with input as with_body(branch, object.union(none_reported, {"reports": [beside]}))
	a17.reported.is == null with input as with_body(branch, object.union(none_reported, {"reports": both_up}))
	a17.reported.is == true with input as with_body(branch, object.union(none_reported, {"reports": array.concat(both_up, [beside])}))
}

both_up := [up("党委主要负责人"), up("政府主要负责人")]

up(author) := {"author": author, "addresseeLevel": "市（州）", "filedOn": "2022-12-01"}

# An institution has the head of the one organ to which it corresponds, a branch has both of its level.
test_one_head_has_reported_where_both_must_or_either if {
	one := object.union(none_reported, {"reports": [up("党委主要负责人")]})
	a17.reported_up.is == false with input as with_body(branch, one)
	a17.reported_up.is == null with input as with_body(institution, one)
	a17.reported_up.is == null with input as with_body({}, one)
	a17.reported_up.is == true with input as with_body(institution, object.union(none_reported, {"reports": both_up}))
	a17.reported_up.is == false with input as with_body(institution, none_reported)
}

test_an_institution_has_the_head_of_its_organ_a_branch_both if {
	every organ in ["党委", "政府"] {
		of_an_institution := a17.authors_up with input as with_body(object.union(institution, {"counterpart": organ}), {})
		of_an_institution == [$"{organ}主要负责人"]
		of_a_branch := a17.authors_up with input as with_body(object.union(branch, {"counterpart": organ}), {})
		of_a_branch == ["党委主要负责人", "政府主要负责人"]
	}
}

test_only_a_department_with_duties_of_supervision_reports if {
	a17.department.is == false with input as with_body({"kind": "政府工作部门"}, {"hasSupervisionDuty": false})
}

test_only_heads_of_the_province_have_no_level_above_them_here if {
	gap := {"gap": "no_superior_in_province"}
	a17.gap == gap with input as with_body({"kind": "政府", "level": "省", "divisionCode": "420000"}, {})
	a17.gap == {} with input as with_body({"kind": "政府工作部门", "level": "省", "divisionCode": "420000"}, {})
	a17.gap == {} with input as with_body({"kind": "政府"}, {})
}

test_a_report_is_kept_by_its_addressee if {
	report := {"author": "部门主要负责人", "addresseeLevel": "县（市、区）", "filedOn": "2022-12-01"}
	found := a17.reported_beside with input as with_body({"kind": "政府工作部门"}, {"reports": [report]})
	found.is == true
	"/supervision/reports/0/addresseeLevel" in found.on
}

# 每年: of a year that is bound, or in which a body was there, in part only, nothing is late.
test_a_late_report_is_a_failure_only_of_a_whole_year if {
	late := {
		"asOf": "2023-03-01", "dueOn": "2023-01-15", "dueSource": "通知（假定）", "reportsComplete": true,
		"reports": [{"author": "部门主要负责人", "addresseeLevel": "县（市、区）", "filedOn": "2023-01-16"}],
	}
	a17.reported_beside.is == false with input as with_body({"kind": "政府工作部门"}, late)
	part := object.union(late, {"establishedOn": "2022-06-01"})
	a17.reported_beside.is == null with input as with_body({"kind": "政府工作部门"}, part)
}

# An appraisal of the year of publication may be older than the measures.
with_targets(changed) := found if {
	appraisal := {"of": "政府主要负责人", "completed": true, "withTargets": false, "copiedTo": "同级组织部门"}
	found := a17.with_targets(0) with input as with_body({"kind": "政府"}, object.union({"appraisals": [appraisal]}, changed))
}

test_an_appraisal_without_the_targets_is_a_failure_where_the_measures_bound_it if {
	with_targets({}).is == false
	with_targets({"year": 2020}) == {"is": null, "on": ["/publication"]}
	with_targets({"establishedOn": "2022-06-01"}).is == false
}
