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
