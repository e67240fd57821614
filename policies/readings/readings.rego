# Generated from schemas/options.schema.json by scripts/generate; do not edit.
# METADATA
# title: 读法
# description: 有争议之处采用的读法；默认值排在第一位，不在所列之内的取默认值。
package readings

default root := {}

root := input.options if is_object(input.options)

chosen(name, allowed) := root[name] if {
	root[name] in allowed
} else := allowed[0]

readings := {
	"gate": {"option": "/options/gate", "value": chosen("gate", ["strict", "presumed"])},
	"directlyGoverned": {"option": "/options/directlyGoverned", "value": chosen("directlyGoverned", ["county", "prefecture"])},
	"firstDay": {"option": "/options/firstDay", "value": chosen("firstDay", ["excluded", "included"])},
	"year": {"option": "/options/year", "value": chosen("year", ["rolling", "calendar", "assessment"])},
	"yearEnd": {"option": "/options/yearEnd", "value": chosen("yearEnd", ["inclusive", "exclusive"])},
	"politicalImpact": {"option": "/options/politicalImpact", "value": chosen("politicalImpact", ["cumulative", "alternative"])},
	"sector": {"option": "/options/sector", "value": chosen("sector", ["byLevel", "literal"])},
	"majorCountsAsLarger": {"option": "/options/majorCountsAsLarger", "value": chosen("majorCountsAsLarger", ["no", "yes"])},
	"extraordinaryCountsAsMajor": {"option": "/options/extraordinaryCountsAsMajor", "value": chosen("extraordinaryCountsAsMajor", ["yes", "no"])},
	"obstruction": {"option": "/options/obstruction", "value": chosen("obstruction", ["separate", "cumulative"])},
	"area": {"option": "/options/area", "value": chosen("area", ["everyLevel", "prefecture"])},
	"occasion": {"option": "/options/occasion", "value": chosen("occasion", ["counted", "any"])},
	"registerReachesBack": {"option": "/options/registerReachesBack", "value": chosen("registerReachesBack", ["no", "yes"])},
	"beforeInvestigation": {"option": "/options/beforeInvestigation", "value": chosen("beforeInvestigation", ["findings", "start"])},
	"supervisorOfDepartment": {"option": "/options/supervisorOfDepartment", "value": chosen("supervisorOfDepartment", ["nextLevel", "ownGovernment"])},
	"oneLeader": {"option": "/options/oneLeader", "value": chosen("oneLeader", ["atLeast", "exactly"])},
	"lighterLaterRule": {"option": "/options/lighterLaterRule", "value": chosen("lighterLaterRule", ["off", "on"])},
}

default as_if_in_force := false

as_if_in_force if root.asIfInForce == true
