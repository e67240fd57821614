# Generated from schemas/facts.schema.json by scripts/generate; do not edit.
# One rule per group (opa check then knows its leaves), a leaf is {"fact": path, "value": given value or null}.
# METADATA
# title: 事实
# description: 由契约生成：每组事实一条规则，没有给出的为 null。
package facts

default root := {}

root := input.facts if is_object(input.facts)

# A list that is not given is unknown, which is not empty.
list(group, name) := value if {
	value := object.get(root, [group, name], null)
	is_array(value)
} else := []

# An evaluation counts only with its evaluator, day and evidence.
evaluated(value) := value.value if {
	value.evaluator.organ
	value.on
	count(value.evidence) > 0
} else := null

# An official finding counts only with its organ, day and document.
found(value) := value.value if {
	value.organ
	value.on
	value.document
} else := null

accident := {
	"occurredOn": {"fact": "/accident/occurredOn", "value": object.get(root, ["accident", "occurredOn"], null)},
	"countedOn": {"fact": "/accident/countedOn", "value": object.get(root, ["accident", "countedOn"], null)},
	"kind": {"fact": "/accident/kind", "value": object.get(root, ["accident", "kind"], null)},
	"deaths": {"fact": "/accident/deaths", "value": object.get(root, ["accident", "deaths"], null)},
	"seriousInjuries": {"fact": "/accident/seriousInjuries", "value": object.get(root, ["accident", "seriousInjuries"], null)},
	"acutePoisonings": {"fact": "/accident/acutePoisonings", "value": object.get(root, ["accident", "acutePoisonings"], null)},
	"missing": {"fact": "/accident/missing", "value": object.get(root, ["accident", "missing"], null)},
	"missingSince": {"fact": "/accident/missingSince", "value": object.get(root, ["accident", "missingSince"], null)},
	"injuredTotal": {"fact": "/accident/injuredTotal", "value": object.get(root, ["accident", "injuredTotal"], null)},
	"laterDeaths": {"fact": "/accident/laterDeaths", "value": object.get(root, ["accident", "laterDeaths"], null)},
	"directLossYuan": {"fact": "/accident/directLossYuan", "value": object.get(root, ["accident", "directLossYuan"], null)},
	"divisionCode": {"fact": "/accident/divisionCode", "value": object.get(root, ["accident", "divisionCode"], null)},
	"placeKind": {"fact": "/accident/placeKind", "value": object.get(root, ["accident", "placeKind"], null)},
	"unitDivisionCode": {"fact": "/accident/unitDivisionCode", "value": object.get(root, ["accident", "unitDivisionCode"], null)},
	"industry": {"fact": "/accident/industry", "value": object.get(root, ["accident", "industry"], null)},
	"regulators": {"fact": "/accident/regulators", "value": object.get(root, ["accident", "regulators"], null)},
	"regulatorDesignated": {"fact": "/accident/regulatorDesignated", "value": object.get(root, ["accident", "regulatorDesignated"], null)},
	"isResponsibilityAccident": {"fact": "/accident/isResponsibilityAccident", "value": found(object.get(root, ["accident", "isResponsibilityAccident"], null))},
	"severeSocialImpact": {"fact": "/accident/severeSocialImpact", "value": evaluated(object.get(root, ["accident", "severeSocialImpact"], null))},
	"seriousNature": {"fact": "/accident/seriousNature", "value": evaluated(object.get(root, ["accident", "seriousNature"], null))},
	"firstReportedDeaths": {"fact": "/accident/firstReportedDeaths", "value": object.get(root, ["accident", "firstReportedDeaths"], null)},
	"occurred": {"fact": "/accident/occurred", "value": object.get(root, ["accident", "occurred"], null)},
	"officialGrade": {"fact": "/accident/officialGrade", "value": found(object.get(root, ["accident", "officialGrade"], null))},
}

accident_later_deaths := [
{
	"on": {"fact": $"/accident/laterDeaths/{i}/on", "value": object.get(element, "on", null)},
	"count": {"fact": $"/accident/laterDeaths/{i}/count", "value": object.get(element, "count", null)},
	"countedBefore": {"fact": $"/accident/laterDeaths/{i}/countedBefore", "value": object.get(element, "countedBefore", null)},
	"reported": {"fact": $"/accident/laterDeaths/{i}/reported", "value": object.get(element, "reported", null)},
} |
	some i, element in list("accident", "laterDeaths")
]

accident_regulators := [
{
	"level": {"fact": $"/accident/regulators/{i}/level", "value": object.get(element, "level", null)},
	"organ": {"fact": $"/accident/regulators/{i}/organ", "value": object.get(element, "organ", null)},
	"organReference": {"fact": $"/accident/regulators/{i}/organReference", "value": object.get(element, "organReference", null)},
	"industry": {"fact": $"/accident/regulators/{i}/industry", "value": object.get(element, "industry", null)},
	"source": {"fact": $"/accident/regulators/{i}/source", "value": object.get(element, "source", null)},
} |
	some i, element in list("accident", "regulators")
]

zone := {
	"name": {"fact": "/zone/name", "value": object.get(root, ["zone", "name"], null)},
	"level": {"fact": "/zone/level", "value": object.get(root, ["zone", "level"], null)},
	"partyOrgan": {"fact": "/zone/partyOrgan", "value": object.get(root, ["zone", "partyOrgan"], null)},
	"managementOrgan": {"fact": "/zone/managementOrgan", "value": object.get(root, ["zone", "managementOrgan"], null)},
	"source": {"fact": "/zone/source", "value": object.get(root, ["zone", "source"], null)},
	"countyGoverns": {"fact": "/zone/countyGoverns", "value": object.get(root, ["zone", "countyGoverns"], null)},
}

subject := {
	"kind": {"fact": "/subject/kind", "value": object.get(root, ["subject", "kind"], null)},
	"role": {"fact": "/subject/role", "value": object.get(root, ["subject", "role"], null)},
	"level": {"fact": "/subject/level", "value": object.get(root, ["subject", "level"], null)},
	"organ": {"fact": "/subject/organ", "value": object.get(root, ["subject", "organ"], null)},
	"organReference": {"fact": "/subject/organReference", "value": object.get(root, ["subject", "organReference"], null)},
	"divisionCode": {"fact": "/subject/divisionCode", "value": object.get(root, ["subject", "divisionCode"], null)},
	"department": {"fact": "/subject/department", "value": object.get(root, ["subject", "department"], null)},
	"counterpart": {"fact": "/subject/counterpart", "value": object.get(root, ["subject", "counterpart"], null)},
	"ownership": {"fact": "/subject/ownership", "value": object.get(root, ["subject", "ownership"], null)},
	"hasSafetyFunctions": {"fact": "/subject/hasSafetyFunctions", "value": object.get(root, ["subject", "hasSafetyFunctions"], null)},
	"reference": {"fact": "/subject/reference", "value": object.get(root, ["subject", "reference"], null)},
	"posts": {"fact": "/subject/posts", "value": object.get(root, ["subject", "posts"], null)},
	"postsComplete": {"fact": "/subject/postsComplete", "value": object.get(root, ["subject", "postsComplete"], null)},
	"termFrom": {"fact": "/subject/termFrom", "value": object.get(root, ["subject", "termFrom"], null)},
	"termUntil": {"fact": "/subject/termUntil", "value": object.get(root, ["subject", "termUntil"], null)},
}

subject_posts := [
{
	"post": {"fact": $"/subject/posts/{i}/post", "value": object.get(element, "post", null)},
	"appointedBy": {"fact": $"/subject/posts/{i}/appointedBy", "value": object.get(element, "appointedBy", null)},
} |
	some i, element in list("subject", "posts")
]

act := {
	"on": {"fact": "/act/on", "value": object.get(root, ["act", "on"], null)},
	"from": {"fact": "/act/from", "value": object.get(root, ["act", "from"], null)},
	"until": {"fact": "/act/until", "value": object.get(root, ["act", "until"], null)},
	"continuing": {"fact": "/act/continuing", "value": object.get(root, ["act", "continuing"], null)},
	"concerns": {"fact": "/act/concerns", "value": object.get(root, ["act", "concerns"], null)},
	"openAfterPublication": {"fact": "/act/openAfterPublication", "value": object.get(root, ["act", "openAfterPublication"], null)},
	"laterRuleLighter": {"fact": "/act/laterRuleLighter", "value": evaluated(object.get(root, ["act", "laterRuleLighter"], null))},
}

portfolio := {
	"assigned": {"fact": "/portfolio/assigned", "value": object.get(root, ["portfolio", "assigned"], null)},
	"industry": {"fact": "/portfolio/industry", "value": object.get(root, ["portfolio", "industry"], null)},
	"performed": {"fact": "/portfolio/performed", "value": evaluated(object.get(root, ["portfolio", "performed"], null))},
}

specialEquipment := {
	"equipment": {"fact": "/specialEquipment/equipment", "value": object.get(root, ["specialEquipment", "equipment"], null)},
	"boilerExploded": {"fact": "/specialEquipment/boilerExploded", "value": object.get(root, ["specialEquipment", "boilerExploded"], null)},
	"boilerMegawatts": {"fact": "/specialEquipment/boilerMegawatts", "value": object.get(root, ["specialEquipment", "boilerMegawatts"], null)},
	"boilerOutageHours": {"fact": "/specialEquipment/boilerOutageHours", "value": object.get(root, ["specialEquipment", "boilerOutageHours"], null)},
	"vesselOrPipeExploded": {"fact": "/specialEquipment/vesselOrPipeExploded", "value": object.get(root, ["specialEquipment", "vesselOrPipeExploded"], null)},
	"toxicLeakRelocated": {"fact": "/specialEquipment/toxicLeakRelocated", "value": object.get(root, ["specialEquipment", "toxicLeakRelocated"], null)},
	"liftStrandedMinutes": {"fact": "/specialEquipment/liftStrandedMinutes", "value": object.get(root, ["specialEquipment", "liftStrandedMinutes"], null)},
	"craneOverturned": {"fact": "/specialEquipment/craneOverturned", "value": object.get(root, ["specialEquipment", "craneOverturned"], null)},
	"craneBroken": {"fact": "/specialEquipment/craneBroken", "value": object.get(root, ["specialEquipment", "craneBroken"], null)},
	"cablewayStrandedMinutes": {"fact": "/specialEquipment/cablewayStrandedMinutes", "value": object.get(root, ["specialEquipment", "cablewayStrandedMinutes"], null)},
	"rideStrandedMinutes": {"fact": "/specialEquipment/rideStrandedMinutes", "value": object.get(root, ["specialEquipment", "rideStrandedMinutes"], null)},
	"strandedPersons": {"fact": "/specialEquipment/strandedPersons", "value": object.get(root, ["specialEquipment", "strandedPersons"], null)},
}

investigation := {
	"startedOn": {"fact": "/investigation/startedOn", "value": object.get(root, ["investigation", "startedOn"], null)},
	"findingsMade": {"fact": "/investigation/findingsMade", "value": object.get(root, ["investigation", "findingsMade"], null)},
	"findingsOn": {"fact": "/investigation/findingsOn", "value": object.get(root, ["investigation", "findingsOn"], null)},
	"reportPublishedOn": {"fact": "/investigation/reportPublishedOn", "value": object.get(root, ["investigation", "reportPublishedOn"], null)},
	"investigatedBy": {"fact": "/investigation/investigatedBy", "value": object.get(root, ["investigation", "investigatedBy"], null)},
	"investigatorLevel": {"fact": "/investigation/investigatorLevel", "value": object.get(root, ["investigation", "investigatorLevel"], null)},
	"seatTookPart": {"fact": "/investigation/seatTookPart", "value": object.get(root, ["investigation", "seatTookPart"], null)},
	"reportSubmittedOn": {"fact": "/investigation/reportSubmittedOn", "value": object.get(root, ["investigation", "reportSubmittedOn"], null)},
	"reportExtendedDays": {"fact": "/investigation/reportExtendedDays", "value": object.get(root, ["investigation", "reportExtendedDays"], null)},
	"appraisalDays": {"fact": "/investigation/appraisalDays", "value": object.get(root, ["investigation", "appraisalDays"], null)},
	"approvedOn": {"fact": "/investigation/approvedOn", "value": object.get(root, ["investigation", "approvedOn"], null)},
	"approvalExtendedDays": {"fact": "/investigation/approvalExtendedDays", "value": object.get(root, ["investigation", "approvalExtendedDays"], null)},
}

accountability := {
	"track": {"fact": "/accountability/track", "value": object.get(root, ["accountability", "track"], null)},
	"decisions": {"fact": "/accountability/decisions", "value": object.get(root, ["accountability", "decisions"], null)},
	"decisionsComplete": {"fact": "/accountability/decisionsComplete", "value": object.get(root, ["accountability", "decisionsComplete"], null)},
	"concludedOn": {"fact": "/accountability/concludedOn", "value": object.get(root, ["accountability", "concludedOn"], null)},
}

accountability_decisions := [
{
	"kind": {"fact": $"/accountability/decisions/{i}/kind", "value": object.get(element, "kind", null)},
	"on": {"fact": $"/accountability/decisions/{i}/on", "value": object.get(element, "on", null)},
	"subject": {"fact": $"/accountability/decisions/{i}/subject", "value": object.get(element, "subject", null)},
	"organ": {"fact": $"/accountability/decisions/{i}/organ", "value": object.get(element, "organ", null)},
	"organCode": {"fact": $"/accountability/decisions/{i}/organCode", "value": object.get(element, "organCode", null)},
	"organKind": {"fact": $"/accountability/decisions/{i}/organKind", "value": object.get(element, "organKind", null)},
	"organReference": {"fact": $"/accountability/decisions/{i}/organReference", "value": object.get(element, "organReference", null)},
	"form": {"fact": $"/accountability/decisions/{i}/form", "value": object.get(element, "form", null)},
	"degree": {"fact": $"/accountability/decisions/{i}/degree", "value": object.get(element, "degree", null)},
} |
	some i, element in list("accountability", "decisions")
]

procedure := {
	"events": {"fact": "/procedure/events", "value": object.get(root, ["procedure", "events"], null)},
	"eventsComplete": {"fact": "/procedure/eventsComplete", "value": object.get(root, ["procedure", "eventsComplete"], null)},
	"closedOn": {"fact": "/procedure/closedOn", "value": object.get(root, ["procedure", "closedOn"], null)},
	"decisionOrgan": {"fact": "/procedure/decisionOrgan", "value": object.get(root, ["procedure", "decisionOrgan"], null)},
	"decisionOrganSource": {"fact": "/procedure/decisionOrganSource", "value": object.get(root, ["procedure", "decisionOrganSource"], null)},
	"investigators": {"fact": "/procedure/investigators", "value": object.get(root, ["procedure", "investigators"], null)},
	"investigatorsComplete": {"fact": "/procedure/investigatorsComplete", "value": object.get(root, ["procedure", "investigatorsComplete"], null)},
}

procedure_events := [
{
	"kind": {"fact": $"/procedure/events/{i}/kind", "value": object.get(element, "kind", null)},
	"on": {"fact": $"/procedure/events/{i}/on", "value": object.get(element, "on", null)},
	"level": {"fact": $"/procedure/events/{i}/level", "value": object.get(element, "level", null)},
	"organ": {"fact": $"/procedure/events/{i}/organ", "value": object.get(element, "organ", null)},
	"withDepartments": {"fact": $"/procedure/events/{i}/withDepartments", "value": object.get(element, "withDepartments", null)},
	"hasAuthority": {"fact": $"/procedure/events/{i}/hasAuthority", "value": object.get(element, "hasAuthority", null)},
} |
	some i, element in list("procedure", "events")
]

procedure_investigators := [
{
	"reference": {"fact": $"/procedure/investigators/{i}/reference", "value": object.get(element, "reference", null)},
	"relation": {"fact": $"/procedure/investigators/{i}/relation", "value": object.get(element, "relation", null)},
	"hasInterest": {"fact": $"/procedure/investigators/{i}/hasInterest", "value": object.get(element, "hasInterest", null)},
	"relativeHasInterest": {"fact": $"/procedure/investigators/{i}/relativeHasInterest", "value": object.get(element, "relativeHasInterest", null)},
	"wasWitness": {"fact": $"/procedure/investigators/{i}/wasWitness", "value": object.get(element, "wasWitness", null)},
	"fromSubjectOrgan": {"fact": $"/procedure/investigators/{i}/fromSubjectOrgan", "value": object.get(element, "fromSubjectOrgan", null)},
	"mayAffectFairness": {"fact": $"/procedure/investigators/{i}/mayAffectFairness", "value": evaluated(object.get(element, "mayAffectFairness", null))},
	"withdrew": {"fact": $"/procedure/investigators/{i}/withdrew", "value": object.get(element, "withdrew", null)},
} |
	some i, element in list("procedure", "investigators")
]

appeal := {
	"decisionMade": {"fact": "/appeal/decisionMade", "value": object.get(root, ["appeal", "decisionMade"], null)},
	"basis": {"fact": "/appeal/basis", "value": object.get(root, ["appeal", "basis"], null)},
	"measure": {"fact": "/appeal/measure", "value": object.get(root, ["appeal", "measure"], null)},
	"decisionReceivedOn": {"fact": "/appeal/decisionReceivedOn", "value": object.get(root, ["appeal", "decisionReceivedOn"], null)},
	"step": {"fact": "/appeal/step", "value": object.get(root, ["appeal", "step"], null)},
	"previousReceivedOn": {"fact": "/appeal/previousReceivedOn", "value": object.get(root, ["appeal", "previousReceivedOn"], null)},
	"filed": {"fact": "/appeal/filed", "value": object.get(root, ["appeal", "filed"], null)},
	"filedOn": {"fact": "/appeal/filedOn", "value": object.get(root, ["appeal", "filedOn"], null)},
	"inWriting": {"fact": "/appeal/inWriting", "value": object.get(root, ["appeal", "inWriting"], null)},
	"lastDayIsHoliday": {"fact": "/appeal/lastDayIsHoliday", "value": object.get(root, ["appeal", "lastDayIsHoliday"], null)},
	"extendedUntil": {"fact": "/appeal/extendedUntil", "value": object.get(root, ["appeal", "extendedUntil"], null)},
	"executionSuspended": {"fact": "/appeal/executionSuspended", "value": object.get(root, ["appeal", "executionSuspended"], null)},
}

supervision := {
	"year": {"fact": "/supervision/year", "value": object.get(root, ["supervision", "year"], null)},
	"asOf": {"fact": "/supervision/asOf", "value": object.get(root, ["supervision", "asOf"], null)},
	"establishedOn": {"fact": "/supervision/establishedOn", "value": object.get(root, ["supervision", "establishedOn"], null)},
	"abolishedOn": {"fact": "/supervision/abolishedOn", "value": object.get(root, ["supervision", "abolishedOn"], null)},
	"hasSupervisionDuty": {"fact": "/supervision/hasSupervisionDuty", "value": object.get(root, ["supervision", "hasSupervisionDuty"], null)},
	"dueOn": {"fact": "/supervision/dueOn", "value": object.get(root, ["supervision", "dueOn"], null)},
	"dueSource": {"fact": "/supervision/dueSource", "value": object.get(root, ["supervision", "dueSource"], null)},
	"reviewsDueOn": {"fact": "/supervision/reviewsDueOn", "value": object.get(root, ["supervision", "reviewsDueOn"], null)},
	"reviewsDueSource": {"fact": "/supervision/reviewsDueSource", "value": object.get(root, ["supervision", "reviewsDueSource"], null)},
	"reports": {"fact": "/supervision/reports", "value": object.get(root, ["supervision", "reports"], null)},
	"reportsComplete": {"fact": "/supervision/reportsComplete", "value": object.get(root, ["supervision", "reportsComplete"], null)},
	"appraisals": {"fact": "/supervision/appraisals", "value": object.get(root, ["supervision", "appraisals"], null)},
	"appraisalsComplete": {"fact": "/supervision/appraisalsComplete", "value": object.get(root, ["supervision", "appraisalsComplete"], null)},
	"assessmentSystem": {"fact": "/supervision/assessmentSystem", "value": object.get(root, ["supervision", "assessmentSystem"], null)},
	"assessments": {"fact": "/supervision/assessments", "value": object.get(root, ["supervision", "assessments"], null)},
	"assessmentsComplete": {"fact": "/supervision/assessmentsComplete", "value": object.get(root, ["supervision", "assessmentsComplete"], null)},
	"inspections": {"fact": "/supervision/inspections", "value": object.get(root, ["supervision", "inspections"], null)},
	"inspectionsComplete": {"fact": "/supervision/inspectionsComplete", "value": object.get(root, ["supervision", "inspectionsComplete"], null)},
	"awards": {"fact": "/supervision/awards", "value": object.get(root, ["supervision", "awards"], null)},
	"awardsComplete": {"fact": "/supervision/awardsComplete", "value": object.get(root, ["supervision", "awardsComplete"], null)},
}

supervision_reports := [
{
	"author": {"fact": $"/supervision/reports/{i}/author", "value": object.get(element, "author", null)},
	"addresseeLevel": {"fact": $"/supervision/reports/{i}/addresseeLevel", "value": object.get(element, "addresseeLevel", null)},
	"addressee": {"fact": $"/supervision/reports/{i}/addressee", "value": object.get(element, "addressee", null)},
	"filedOn": {"fact": $"/supervision/reports/{i}/filedOn", "value": object.get(element, "filedOn", null)},
} |
	some i, element in list("supervision", "reports")
]

supervision_appraisals := [
{
	"of": {"fact": $"/supervision/appraisals/{i}/of", "value": object.get(element, "of", null)},
	"organ": {"fact": $"/supervision/appraisals/{i}/organ", "value": object.get(element, "organ", null)},
	"completed": {"fact": $"/supervision/appraisals/{i}/completed", "value": object.get(element, "completed", null)},
	"withTargets": {"fact": $"/supervision/appraisals/{i}/withTargets", "value": object.get(element, "withTargets", null)},
	"copiedTo": {"fact": $"/supervision/appraisals/{i}/copiedTo", "value": object.get(element, "copiedTo", null)},
} |
	some i, element in list("supervision", "appraisals")
]

supervision_assessments := [
{
	"organ": {"fact": $"/supervision/assessments/{i}/organ", "value": object.get(element, "organ", null)},
	"done": {"fact": $"/supervision/assessments/{i}/done", "value": object.get(element, "done", null)},
	"linked": {"fact": $"/supervision/assessments/{i}/linked", "value": object.get(element, "linked", null)},
} |
	some i, element in list("supervision", "assessments")
]

supervision_inspections := [
{
	"on": {"fact": $"/supervision/inspections/{i}/on", "value": object.get(element, "on", null)},
	"organ": {"fact": $"/supervision/inspections/{i}/organ", "value": object.get(element, "organ", null)},
	"inScope": {"fact": $"/supervision/inspections/{i}/inScope", "value": object.get(element, "inScope", null)},
	"nonImplementation": {"fact": $"/supervision/inspections/{i}/nonImplementation", "value": evaluated(object.get(element, "nonImplementation", null))},
	"pursued": {"fact": $"/supervision/inspections/{i}/pursued", "value": object.get(element, "pursued", null)},
	"closedOn": {"fact": $"/supervision/inspections/{i}/closedOn", "value": object.get(element, "closedOn", null)},
} |
	some i, element in list("supervision", "inspections")
]

supervision_awards := [
{
	"on": {"fact": $"/supervision/awards/{i}/on", "value": object.get(element, "on", null)},
	"title": {"fact": $"/supervision/awards/{i}/title", "value": object.get(element, "title", null)},
	"comprehensive": {"fact": $"/supervision/awards/{i}/comprehensive", "value": object.get(element, "comprehensive", null)},
	"leadersTakePart": {"fact": $"/supervision/awards/{i}/leadersTakePart", "value": object.get(element, "leadersTakePart", null)},
	"consulted": {"fact": $"/supervision/awards/{i}/consulted", "value": object.get(element, "consulted", null)},
	"consultedOn": {"fact": $"/supervision/awards/{i}/consultedOn", "value": object.get(element, "consultedOn", null)},
} |
	some i, element in list("supervision", "awards")
]

performance := {
	"failures": {"fact": "/performance/failures", "value": object.get(root, ["performance", "failures"], null)},
	"complete": {"fact": "/performance/complete", "value": object.get(root, ["performance", "complete"], null)},
}

performance_failures := [
{
	"organ": {"fact": $"/performance/failures/{i}/organ", "value": object.get(element, "organ", null)},
	"organCode": {"fact": $"/performance/failures/{i}/organCode", "value": object.get(element, "organCode", null)},
	"organKind": {"fact": $"/performance/failures/{i}/organKind", "value": object.get(element, "organKind", null)},
	"organReference": {"fact": $"/performance/failures/{i}/organReference", "value": object.get(element, "organReference", null)},
	"provision": {"fact": $"/performance/failures/{i}/provision", "value": object.get(element, "provision", null)},
	"established": {"fact": $"/performance/failures/{i}/established", "value": evaluated(object.get(element, "established", null))},
	"mode": {"fact": $"/performance/failures/{i}/mode", "value": object.get(element, "mode", null)},
	"ledToAccident": {"fact": $"/performance/failures/{i}/ledToAccident", "value": object.get(element, "ledToAccident", null)},
	"remedied": {"fact": $"/performance/failures/{i}/remedied", "value": evaluated(object.get(element, "remedied", null))},
	"remedyWasActive": {"fact": $"/performance/failures/{i}/remedyWasActive", "value": evaluated(object.get(element, "remedyWasActive", null))},
} |
	some i, element in list("performance", "failures")
]

dutyList := {
	"duties": {"fact": "/dutyList/duties", "value": object.get(root, ["dutyList", "duties"], null)},
	"complete": {"fact": "/dutyList/complete", "value": object.get(root, ["dutyList", "complete"], null)},
}

dutyList_duties := [
{
	"organ": {"fact": $"/dutyList/duties/{i}/organ", "value": object.get(element, "organ", null)},
	"organCode": {"fact": $"/dutyList/duties/{i}/organCode", "value": object.get(element, "organCode", null)},
	"organKind": {"fact": $"/dutyList/duties/{i}/organKind", "value": object.get(element, "organKind", null)},
	"organReference": {"fact": $"/dutyList/duties/{i}/organReference", "value": object.get(element, "organReference", null)},
	"list": {"fact": $"/dutyList/duties/{i}/list", "value": object.get(element, "list", null)},
	"duty": {"fact": $"/dutyList/duties/{i}/duty", "value": object.get(element, "duty", null)},
	"performed": {"fact": $"/dutyList/duties/{i}/performed", "value": evaluated(object.get(element, "performed", null))},
} |
	some i, element in list("dutyList", "duties")
]

dutyEvaluations := {
	"evaluations": {"fact": "/dutyEvaluations/evaluations", "value": object.get(root, ["dutyEvaluations", "evaluations"], null)},
}

dutyEvaluations_evaluations := [
{
	"provision": {"fact": $"/dutyEvaluations/evaluations/{i}/provision", "value": object.get(element, "provision", null)},
	"performed": {"fact": $"/dutyEvaluations/evaluations/{i}/performed", "value": evaluated(object.get(element, "performed", null))},
} |
	some i, element in list("dutyEvaluations", "evaluations")
]

township := {
	"safetyLeaders": {"fact": "/township/safetyLeaders", "value": object.get(root, ["township", "safetyLeaders"], null)},
	"dedicatedUnit": {"fact": "/township/dedicatedUnit", "value": object.get(root, ["township", "dedicatedUnit"], null)},
	"fullTimeStaff": {"fact": "/township/fullTimeStaff", "value": object.get(root, ["township", "fullTimeStaff"], null)},
}

meetings := {
	"meetings": {"fact": "/meetings/meetings", "value": object.get(root, ["meetings", "meetings"], null)},
	"meetingsComplete": {"fact": "/meetings/meetingsComplete", "value": object.get(root, ["meetings", "meetingsComplete"], null)},
	"intervalMonths": {"fact": "/meetings/intervalMonths", "value": object.get(root, ["meetings", "intervalMonths"], null)},
	"intervalSource": {"fact": "/meetings/intervalSource", "value": object.get(root, ["meetings", "intervalSource"], null)},
}

meetings_meetings := [
{
	"on": {"fact": $"/meetings/meetings/{i}/on", "value": object.get(element, "on", null)},
	"studiedSafety": {"fact": $"/meetings/meetings/{i}/studiedSafety", "value": object.get(element, "studiedSafety", null)},
} |
	some i, element in list("meetings", "meetings")
]

assessmentSystem := {
	"established": {"fact": "/assessmentSystem/established", "value": object.get(root, ["assessmentSystem", "established"], null)},
	"weights": {"fact": "/assessmentSystem/weights", "value": object.get(root, ["assessmentSystem", "weights"], null)},
	"weightsComplete": {"fact": "/assessmentSystem/weightsComplete", "value": object.get(root, ["assessmentSystem", "weightsComplete"], null)},
	"linkedToAppraisal": {"fact": "/assessmentSystem/linkedToAppraisal", "value": object.get(root, ["assessmentSystem", "linkedToAppraisal"], null)},
	"linkedToPromotion": {"fact": "/assessmentSystem/linkedToPromotion", "value": object.get(root, ["assessmentSystem", "linkedToPromotion"], null)},
	"linkedToRewards": {"fact": "/assessmentSystem/linkedToRewards", "value": object.get(root, ["assessmentSystem", "linkedToRewards"], null)},
	"vetoEvents": {"fact": "/assessmentSystem/vetoEvents", "value": object.get(root, ["assessmentSystem", "vetoEvents"], null)},
	"vetoEventsComplete": {"fact": "/assessmentSystem/vetoEventsComplete", "value": object.get(root, ["assessmentSystem", "vetoEventsComplete"], null)},
}

assessmentSystem_weights := [
{
	"assessment": {"fact": $"/assessmentSystem/weights/{i}/assessment", "value": object.get(element, "assessment", null)},
	"previousPermille": {"fact": $"/assessmentSystem/weights/{i}/previousPermille", "value": object.get(element, "previousPermille", null)},
	"currentPermille": {"fact": $"/assessmentSystem/weights/{i}/currentPermille", "value": object.get(element, "currentPermille", null)},
} |
	some i, element in list("assessmentSystem", "weights")
]

assessmentSystem_veto_events := [
{
	"on": {"fact": $"/assessmentSystem/vetoEvents/{i}/on", "value": object.get(element, "on", null)},
	"decision": {"fact": $"/assessmentSystem/vetoEvents/{i}/decision", "value": object.get(element, "decision", null)},
	"decidedOn": {"fact": $"/assessmentSystem/vetoEvents/{i}/decidedOn", "value": object.get(element, "decidedOn", null)},
} |
	some i, element in list("assessmentSystem", "vetoEvents")
]

plans := {
	"plans": {"fact": "/plans/plans", "value": object.get(root, ["plans", "plans"], null)},
	"plansComplete": {"fact": "/plans/plansComplete", "value": object.get(root, ["plans", "plansComplete"], null)},
}

plans_plans := [
{
	"kind": {"fact": $"/plans/plans/{i}/kind", "value": object.get(element, "kind", null)},
	"from": {"fact": $"/plans/plans/{i}/from", "value": object.get(element, "from", null)},
	"until": {"fact": $"/plans/plans/{i}/until", "value": object.get(element, "until", null)},
	"includesSafety": {"fact": $"/plans/plans/{i}/includesSafety", "value": object.get(element, "includesSafety", null)},
} |
	some i, element in list("plans", "plans")
]

responsibilitySystem := {
	"departmentDuties": {"fact": "/responsibilitySystem/departmentDuties", "value": object.get(root, ["responsibilitySystem", "departmentDuties"], null)},
	"assignments": {"fact": "/responsibilitySystem/assignments", "value": object.get(root, ["responsibilitySystem", "assignments"], null)},
	"assignmentsComplete": {"fact": "/responsibilitySystem/assignmentsComplete", "value": object.get(root, ["responsibilitySystem", "assignmentsComplete"], null)},
	"targetsSet": {"fact": "/responsibilitySystem/targetsSet", "value": object.get(root, ["responsibilitySystem", "targetsSet"], null)},
	"inspectionSystem": {"fact": "/responsibilitySystem/inspectionSystem", "value": object.get(root, ["responsibilitySystem", "inspectionSystem"], null)},
}

responsibilitySystem_assignments := [
{
	"industry": {"fact": $"/responsibilitySystem/assignments/{i}/industry", "value": object.get(element, "industry", null)},
	"organ": {"fact": $"/responsibilitySystem/assignments/{i}/organ", "value": object.get(element, "organ", null)},
	"organReference": {"fact": $"/responsibilitySystem/assignments/{i}/organReference", "value": object.get(element, "organReference", null)},
	"designated": {"fact": $"/responsibilitySystem/assignments/{i}/designated", "value": object.get(element, "designated", null)},
} |
	some i, element in list("responsibilitySystem", "assignments")
]

safetyCommittee := {
	"chair": {"fact": "/safetyCommittee/chair", "value": object.get(root, ["safetyCommittee", "chair"], null)},
	"governmentHead": {"fact": "/safetyCommittee/governmentHead", "value": object.get(root, ["safetyCommittee", "governmentHead"], null)},
	"viceChairs": {"fact": "/safetyCommittee/viceChairs", "value": object.get(root, ["safetyCommittee", "viceChairs"], null)},
	"viceChairsComplete": {"fact": "/safetyCommittee/viceChairsComplete", "value": object.get(root, ["safetyCommittee", "viceChairsComplete"], null)},
	"deputies": {"fact": "/safetyCommittee/deputies", "value": object.get(root, ["safetyCommittee", "deputies"], null)},
	"deputiesComplete": {"fact": "/safetyCommittee/deputiesComplete", "value": object.get(root, ["safetyCommittee", "deputiesComplete"], null)},
}

safetyCommittee_vice_chairs := [
{
	"reference": {"fact": $"/safetyCommittee/viceChairs/{i}/reference", "value": object.get(element, "reference", null)},
} |
	some i, element in list("safetyCommittee", "viceChairs")
]

safetyCommittee_deputies := [
{
	"reference": {"fact": $"/safetyCommittee/deputies/{i}/reference", "value": object.get(element, "reference", null)},
} |
	some i, element in list("safetyCommittee", "deputies")
]

enforcement := {
	"riskUnits": {"fact": "/enforcement/riskUnits", "value": object.get(root, ["enforcement", "riskUnits"], null)},
	"riskUnitsComplete": {"fact": "/enforcement/riskUnitsComplete", "value": object.get(root, ["enforcement", "riskUnitsComplete"], null)},
	"illegalUnits": {"fact": "/enforcement/illegalUnits", "value": object.get(root, ["enforcement", "illegalUnits"], null)},
	"illegalUnitsComplete": {"fact": "/enforcement/illegalUnitsComplete", "value": object.get(root, ["enforcement", "illegalUnitsComplete"], null)},
	"jointPrevention": {"fact": "/enforcement/jointPrevention", "value": object.get(root, ["enforcement", "jointPrevention"], null)},
}

enforcement_risk_units := [
{
	"reference": {"fact": $"/enforcement/riskUnits/{i}/reference", "value": object.get(element, "reference", null)},
	"inspected": {"fact": $"/enforcement/riskUnits/{i}/inspected", "value": object.get(element, "inspected", null)},
} |
	some i, element in list("enforcement", "riskUnits")
]

enforcement_illegal_units := [
{
	"reference": {"fact": $"/enforcement/illegalUnits/{i}/reference", "value": object.get(element, "reference", null)},
	"ground": {"fact": $"/enforcement/illegalUnits/{i}/ground", "value": object.get(element, "ground", null)},
	"handled": {"fact": $"/enforcement/illegalUnits/{i}/handled", "value": object.get(element, "handled", null)},
} |
	some i, element in list("enforcement", "illegalUnits")
]

budget := {
	"lines": {"fact": "/budget/lines", "value": object.get(root, ["budget", "lines"], null)},
	"linesComplete": {"fact": "/budget/linesComplete", "value": object.get(root, ["budget", "linesComplete"], null)},
}

budget_lines := [
{
	"year": {"fact": $"/budget/lines/{i}/year", "value": object.get(element, "year", null)},
	"amountYuan": {"fact": $"/budget/lines/{i}/amountYuan", "value": object.get(element, "amountYuan", null)},
} |
	some i, element in list("budget", "lines")
]

accidentCases := {
	"cases": {"fact": "/accidentCases/cases", "value": object.get(root, ["accidentCases", "cases"], null)},
	"casesComplete": {"fact": "/accidentCases/casesComplete", "value": object.get(root, ["accidentCases", "casesComplete"], null)},
}

accidentCases_cases := [
{
	"investigatedBy": {"fact": $"/accidentCases/cases/{i}/investigatedBy", "value": object.get(element, "investigatedBy", null)},
	"occurredOn": {"fact": $"/accidentCases/cases/{i}/occurredOn", "value": object.get(element, "occurredOn", null)},
	"grade": {"fact": $"/accidentCases/cases/{i}/grade", "value": object.get(element, "grade", null)},
	"stage": {"fact": $"/accidentCases/cases/{i}/stage", "value": object.get(element, "stage", null)},
	"reportedOn": {"fact": $"/accidentCases/cases/{i}/reportedOn", "value": object.get(element, "reportedOn", null)},
	"reportExtensionDays": {"fact": $"/accidentCases/cases/{i}/reportExtensionDays", "value": object.get(element, "reportExtensionDays", null)},
	"appraisalDays": {"fact": $"/accidentCases/cases/{i}/appraisalDays", "value": object.get(element, "appraisalDays", null)},
	"approvedOn": {"fact": $"/accidentCases/cases/{i}/approvedOn", "value": object.get(element, "approvedOn", null)},
	"approvalExtensionDays": {"fact": $"/accidentCases/cases/{i}/approvalExtensionDays", "value": object.get(element, "approvalExtensionDays", null)},
	"rectificationEvaluated": {"fact": $"/accidentCases/cases/{i}/rectificationEvaluated", "value": object.get(element, "rectificationEvaluated", null)},
	"rectificationEvaluatedOn": {"fact": $"/accidentCases/cases/{i}/rectificationEvaluatedOn", "value": object.get(element, "rectificationEvaluatedOn", null)},
	"rectificationPublished": {"fact": $"/accidentCases/cases/{i}/rectificationPublished", "value": object.get(element, "rectificationPublished", null)},
	"closedOn": {"fact": $"/accidentCases/cases/{i}/closedOn", "value": object.get(element, "closedOn", null)},
	"closed": {"fact": $"/accidentCases/cases/{i}/closed", "value": object.get(element, "closed", null)},
	"published": {"fact": $"/accidentCases/cases/{i}/published", "value": object.get(element, "published", null)},
	"publishedOn": {"fact": $"/accidentCases/cases/{i}/publishedOn", "value": object.get(element, "publishedOn", null)},
	"supervision": {"fact": $"/accidentCases/cases/{i}/supervision", "value": object.get(element, "supervision", null)},
	"filed": {"fact": $"/accidentCases/cases/{i}/filed", "value": object.get(element, "filed", null)},
} |
	some i, element in list("accidentCases", "cases")
]

emergency := {
	"plans": {"fact": "/emergency/plans", "value": object.get(root, ["emergency", "plans"], null)},
	"plansComplete": {"fact": "/emergency/plansComplete", "value": object.get(root, ["emergency", "plansComplete"], null)},
	"drills": {"fact": "/emergency/drills", "value": object.get(root, ["emergency", "drills"], null)},
	"drillsComplete": {"fact": "/emergency/drillsComplete", "value": object.get(root, ["emergency", "drillsComplete"], null)},
	"stock": {"fact": "/emergency/stock", "value": object.get(root, ["emergency", "stock"], null)},
	"stockComplete": {"fact": "/emergency/stockComplete", "value": object.get(root, ["emergency", "stockComplete"], null)},
	"troopsNeeded": {"fact": "/emergency/troopsNeeded", "value": evaluated(object.get(root, ["emergency", "troopsNeeded"], null))},
	"troopsCoordinated": {"fact": "/emergency/troopsCoordinated", "value": object.get(root, ["emergency", "troopsCoordinated"], null)},
}

emergency_plans := [
{
	"madeOn": {"fact": $"/emergency/plans/{i}/madeOn", "value": object.get(element, "madeOn", null)},
	"published": {"fact": $"/emergency/plans/{i}/published", "value": object.get(element, "published", null)},
} |
	some i, element in list("emergency", "plans")
]

emergency_drills := [
{
	"on": {"fact": $"/emergency/drills/{i}/on", "value": object.get(element, "on", null)},
} |
	some i, element in list("emergency", "drills")
]

emergency_stock := [
{
	"item": {"fact": $"/emergency/stock/{i}/item", "value": object.get(element, "item", null)},
	"requiredCount": {"fact": $"/emergency/stock/{i}/requiredCount", "value": object.get(element, "requiredCount", null)},
	"heldCount": {"fact": $"/emergency/stock/{i}/heldCount", "value": object.get(element, "heldCount", null)},
	"expires": {"fact": $"/emergency/stock/{i}/expires", "value": object.get(element, "expires", null)},
	"expiresOn": {"fact": $"/emergency/stock/{i}/expiresOn", "value": object.get(element, "expiresOn", null)},
} |
	some i, element in list("emergency", "stock")
]

disclosure := {
	"dueDays": {"fact": "/disclosure/dueDays", "value": object.get(root, ["disclosure", "dueDays"], null)},
	"dueSource": {"fact": "/disclosure/dueSource", "value": object.get(root, ["disclosure", "dueSource"], null)},
	"hazards": {"fact": "/disclosure/hazards", "value": object.get(root, ["disclosure", "hazards"], null)},
	"hazardsComplete": {"fact": "/disclosure/hazardsComplete", "value": object.get(root, ["disclosure", "hazardsComplete"], null)},
	"offenders": {"fact": "/disclosure/offenders", "value": object.get(root, ["disclosure", "offenders"], null)},
	"offendersComplete": {"fact": "/disclosure/offendersComplete", "value": object.get(root, ["disclosure", "offendersComplete"], null)},
}

disclosure_hazards := [
{
	"verifiedOn": {"fact": $"/disclosure/hazards/{i}/verifiedOn", "value": object.get(element, "verifiedOn", null)},
	"published": {"fact": $"/disclosure/hazards/{i}/published", "value": object.get(element, "published", null)},
	"publishedOn": {"fact": $"/disclosure/hazards/{i}/publishedOn", "value": object.get(element, "publishedOn", null)},
} |
	some i, element in list("disclosure", "hazards")
]

disclosure_offenders := [
{
	"reference": {"fact": $"/disclosure/offenders/{i}/reference", "value": object.get(element, "reference", null)},
	"serious": {"fact": $"/disclosure/offenders/{i}/serious", "value": evaluated(object.get(element, "serious", null))},
	"announced": {"fact": $"/disclosure/offenders/{i}/announced", "value": object.get(element, "announced", null)},
	"notified": {"fact": $"/disclosure/offenders/{i}/notified", "value": object.get(element, "notified", null)},
} |
	some i, element in list("disclosure", "offenders")
]

departmentDuties := {
	"hasSupportDuty": {"fact": "/departmentDuties/hasSupportDuty", "value": evaluated(object.get(root, ["departmentDuties", "hasSupportDuty"], null))},
	"committeeMember": {"fact": "/departmentDuties/committeeMember", "value": object.get(root, ["departmentDuties", "committeeMember"], null)},
	"directSupervision": {"fact": "/departmentDuties/directSupervision", "value": evaluated(object.get(root, ["departmentDuties", "directSupervision"], null))},
	"assetSupervision": {"fact": "/departmentDuties/assetSupervision", "value": evaluated(object.get(root, ["departmentDuties", "assetSupervision"], null))},
	"overallSupervision": {"fact": "/departmentDuties/overallSupervision", "value": evaluated(object.get(root, ["departmentDuties", "overallSupervision"], null))},
}

register := {
	"accidents": {"fact": "/register/accidents", "value": object.get(root, ["register", "accidents"], null)},
	"complete": {"fact": "/register/complete", "value": object.get(root, ["register", "complete"], null)},
}

register_accidents := [
{
	"on": {"fact": $"/register/accidents/{i}/on", "value": object.get(element, "on", null)},
	"divisionCode": {"fact": $"/register/accidents/{i}/divisionCode", "value": object.get(element, "divisionCode", null)},
	"industry": {"fact": $"/register/accidents/{i}/industry", "value": object.get(element, "industry", null)},
	"grade": {"fact": $"/register/accidents/{i}/grade", "value": object.get(element, "grade", null)},
	"isResponsibilityAccident": {"fact": $"/register/accidents/{i}/isResponsibilityAccident", "value": object.get(element, "isResponsibilityAccident", null)},
} |
	some i, element in list("register", "accidents")
]

conduct := {
	"uncooperative": {"fact": "/conduct/uncooperative", "value": evaluated(object.get(root, ["conduct", "uncooperative"], null))},
	"untruthfulReport": {"fact": "/conduct/untruthfulReport", "value": evaluated(object.get(root, ["conduct", "untruthfulReport"], null))},
	"shirking": {"fact": "/conduct/shirking", "value": evaluated(object.get(root, ["conduct", "shirking"], null))},
	"instigatedFraud": {"fact": "/conduct/instigatedFraud", "value": evaluated(object.get(root, ["conduct", "instigatedFraud"], null))},
	"obstruction": {"fact": "/conduct/obstruction", "value": evaluated(object.get(root, ["conduct", "obstruction"], null))},
	"inquiry": {"fact": "/conduct/inquiry", "value": object.get(root, ["conduct", "inquiry"], null)},
}

consequences := {
	"severePoliticalImpact": {"fact": "/consequences/severePoliticalImpact", "value": evaluated(object.get(root, ["consequences", "severePoliticalImpact"], null))},
	"reputationHarmed": {"fact": "/consequences/reputationHarmed", "value": evaluated(object.get(root, ["consequences", "reputationHarmed"], null))},
	"massIncidentGrade": {"fact": "/consequences/massIncidentGrade", "value": object.get(root, ["consequences", "massIncidentGrade"], null)},
	"massIncidentCaused": {"fact": "/consequences/massIncidentCaused", "value": evaluated(object.get(root, ["consequences", "massIncidentCaused"], null))},
	"rescueNotProvided": {"fact": "/consequences/rescueNotProvided", "value": evaluated(object.get(root, ["consequences", "rescueNotProvided"], null))},
	"rescueFailed": {"fact": "/consequences/rescueFailed", "value": evaluated(object.get(root, ["consequences", "rescueFailed"], null))},
}

proposal := {
	"forms": {"fact": "/proposal/forms", "value": object.get(root, ["proposal", "forms"], null)},
	"addressees": {"fact": "/proposal/addressees", "value": object.get(root, ["proposal", "addressees"], null)},
	"addresseesComplete": {"fact": "/proposal/addresseesComplete", "value": object.get(root, ["proposal", "addresseesComplete"], null)},
	"statutoryProcedureFollowed": {"fact": "/proposal/statutoryProcedureFollowed", "value": object.get(root, ["proposal", "statutoryProcedureFollowed"], null)},
	"sameActSanctioned": {"fact": "/proposal/sameActSanctioned", "value": object.get(root, ["proposal", "sameActSanctioned"], null)},
}

proposal_forms := [
{
	"form": {"fact": $"/proposal/forms/{i}/form", "value": object.get(element, "form", null)},
	"basis": {"fact": $"/proposal/forms/{i}/basis", "value": object.get(element, "basis", null)},
} |
	some i, element in list("proposal", "forms")
]

proposal_addressees := [
{
	"organ": {"fact": $"/proposal/addressees/{i}/organ", "value": object.get(element, "organ", null)},
	"organCode": {"fact": $"/proposal/addressees/{i}/organCode", "value": object.get(element, "organCode", null)},
	"organKind": {"fact": $"/proposal/addressees/{i}/organKind", "value": object.get(element, "organKind", null)},
	"organReference": {"fact": $"/proposal/addressees/{i}/organReference", "value": object.get(element, "organReference", null)},
	"subject": {"fact": $"/proposal/addressees/{i}/subject", "value": object.get(element, "subject", null)},
} |
	some i, element in list("proposal", "addressees")
]

suspicion := {
	"suspected": {"fact": "/suspicion/suspected", "value": evaluated(object.get(root, ["suspicion", "suspected"], null))},
	"referredOn": {"fact": "/suspicion/referredOn", "value": object.get(root, ["suspicion", "referredOn"], null)},
	"referred": {"fact": "/suspicion/referred", "value": object.get(root, ["suspicion", "referred"], null)},
}

factors := {
	"workStudy": {"fact": "/factors/workStudy", "value": evaluated(object.get(root, ["factors", "workStudy"], null))},
	"deployment": {"fact": "/factors/deployment", "value": evaluated(object.get(root, ["factors", "deployment"], null))},
	"organisation": {"fact": "/factors/organisation", "value": evaluated(object.get(root, ["factors", "organisation"], null))},
	"implementation": {"fact": "/factors/implementation", "value": evaluated(object.get(root, ["factors", "implementation"], null))},
	"socialEffect": {"fact": "/factors/socialEffect", "value": evaluated(object.get(root, ["factors", "socialEffect"], null))},
	"postDuties": {"fact": "/factors/postDuties", "value": evaluated(object.get(root, ["factors", "postDuties"], null))},
	"basis": {"fact": "/factors/basis", "value": evaluated(object.get(root, ["factors", "basis"], null))},
	"performance": {"fact": "/factors/performance", "value": evaluated(object.get(root, ["factors", "performance"], null))},
	"conditions": {"fact": "/factors/conditions", "value": evaluated(object.get(root, ["factors", "conditions"], null))},
	"time": {"fact": "/factors/time", "value": evaluated(object.get(root, ["factors", "time"], null))},
	"complete": {"fact": "/factors/complete", "value": object.get(root, ["factors", "complete"], null)},
}

principles := {
	"reliesOnDutyList": {"fact": "/principles/reliesOnDutyList", "value": object.get(root, ["principles", "reliesOnDutyList"], null)},
	"truthful": {"fact": "/principles/truthful", "value": evaluated(object.get(root, ["principles", "truthful"], null))},
	"lawful": {"fact": "/principles/lawful", "value": evaluated(object.get(root, ["principles", "lawful"], null))},
	"commensurate": {"fact": "/principles/commensurate", "value": evaluated(object.get(root, ["principles", "commensurate"], null))},
	"fair": {"fact": "/principles/fair", "value": evaluated(object.get(root, ["principles", "fair"], null))},
	"educative": {"fact": "/principles/educative", "value": evaluated(object.get(root, ["principles", "educative"], null))},
}

personal := {
	"relatedToAccident": {"fact": "/personal/relatedToAccident", "value": evaluated(object.get(root, ["personal", "relatedToAccident"], null))},
	"dutiesNotPerformed": {"fact": "/personal/dutiesNotPerformed", "value": evaluated(object.get(root, ["personal", "dutiesNotPerformed"], null))},
	"interfered": {"fact": "/personal/interfered", "value": evaluated(object.get(root, ["personal", "interfered"], null))},
	"misreporting": {"fact": "/personal/misreporting", "value": evaluated(object.get(root, ["personal", "misreporting"], null))},
	"leadershipForAccident": {"fact": "/personal/leadershipForAccident", "value": evaluated(object.get(root, ["personal", "leadershipForAccident"], null))},
	"otherSituation": {"fact": "/personal/otherSituation", "value": evaluated(object.get(root, ["personal", "otherSituation"], null))},
	"grave": {"fact": "/personal/grave", "value": evaluated(object.get(root, ["personal", "grave"], null))},
	"pursuedForAccident": {"fact": "/personal/pursuedForAccident", "value": object.get(root, ["personal", "pursuedForAccident"], null)},
	"vetoApplied": {"fact": "/personal/vetoApplied", "value": object.get(root, ["personal", "vetoApplied"], null)},
	"lossEnlarged": {"fact": "/personal/lossEnlarged", "value": evaluated(object.get(root, ["personal", "lossEnlarged"], null))},
	"severeImpactMainResponsibility": {"fact": "/personal/severeImpactMainResponsibility", "value": evaluated(object.get(root, ["personal", "severeImpactMainResponsibility"], null))},
	"remedied": {"fact": "/personal/remedied", "value": evaluated(object.get(root, ["personal", "remedied"], null))},
	"lossReduced": {"fact": "/personal/lossReduced", "value": evaluated(object.get(root, ["personal", "lossReduced"], null))},
	"impactRedeemed": {"fact": "/personal/impactRedeemed", "value": evaluated(object.get(root, ["personal", "impactRedeemed"], null))},
	"dutiesPerformed": {"fact": "/personal/dutiesPerformed", "value": evaluated(object.get(root, ["personal", "dutiesPerformed"], null))},
	"deploymentsCarriedOut": {"fact": "/personal/deploymentsCarriedOut", "value": evaluated(object.get(root, ["personal", "deploymentsCarriedOut"], null))},
}

party := {
	"accountable": {"fact": "/party/accountable", "value": object.get(root, ["party", "accountable"], null)},
	"reformError": {"fact": "/party/reformError", "value": evaluated(object.get(root, ["party", "reformError"], null))},
	"dissented": {"fact": "/party/dissented", "value": evaluated(object.get(root, ["party", "dissented"], null))},
	"unforeseeable": {"fact": "/party/unforeseeable", "value": evaluated(object.get(root, ["party", "unforeseeable"], null))},
	"objectedToSuperior": {"fact": "/party/objectedToSuperior", "value": evaluated(object.get(root, ["party", "objectedToSuperior"], null))},
	"remedied": {"fact": "/party/remedied", "value": evaluated(object.get(root, ["party", "remedied"], null))},
	"lossRecovered": {"fact": "/party/lossRecovered", "value": evaluated(object.get(root, ["party", "lossRecovered"], null))},
	"effectsRemoved": {"fact": "/party/effectsRemoved", "value": evaluated(object.get(root, ["party", "effectsRemoved"], null))},
	"ordersIgnored": {"fact": "/party/ordersIgnored", "value": evaluated(object.get(root, ["party", "ordersIgnored"], null))},
	"inquiryObstructed": {"fact": "/party/inquiryObstructed", "value": evaluated(object.get(root, ["party", "inquiryObstructed"], null))},
}

sanction := {
	"confessed": {"fact": "/sanction/confessed", "value": evaluated(object.get(root, ["sanction", "confessed"], null))},
	"admitted": {"fact": "/sanction/admitted", "value": evaluated(object.get(root, ["sanction", "admitted"], null))},
	"reportedOthers": {"fact": "/sanction/reportedOthers", "value": evaluated(object.get(root, ["sanction", "reportedOthers"], null))},
	"harmAvoided": {"fact": "/sanction/harmAvoided", "value": evaluated(object.get(root, ["sanction", "harmAvoided"], null))},
	"minorRole": {"fact": "/sanction/minorRole", "value": evaluated(object.get(root, ["sanction", "minorRole"], null))},
	"gainsReturned": {"fact": "/sanction/gainsReturned", "value": evaluated(object.get(root, ["sanction", "gainsReturned"], null))},
	"minor": {"fact": "/sanction/minor", "value": evaluated(object.get(root, ["sanction", "minor"], null))},
	"coerced": {"fact": "/sanction/coerced", "value": evaluated(object.get(root, ["sanction", "coerced"], null))},
	"unfitToContinue": {"fact": "/sanction/unfitToContinue", "value": evaluated(object.get(root, ["sanction", "unfitToContinue"], null))},
	"reoffended": {"fact": "/sanction/reoffended", "value": evaluated(object.get(root, ["sanction", "reoffended"], null))},
	"reportingBlocked": {"fact": "/sanction/reportingBlocked", "value": evaluated(object.get(root, ["sanction", "reportingBlocked"], null))},
	"evidenceTampered": {"fact": "/sanction/evidenceTampered", "value": evaluated(object.get(root, ["sanction", "evidenceTampered"], null))},
	"accomplicesShielded": {"fact": "/sanction/accomplicesShielded", "value": evaluated(object.get(root, ["sanction", "accomplicesShielded"], null))},
	"othersCoerced": {"fact": "/sanction/othersCoerced", "value": evaluated(object.get(root, ["sanction", "othersCoerced"], null))},
	"gainsKept": {"fact": "/sanction/gainsKept", "value": evaluated(object.get(root, ["sanction", "gainsKept"], null))},
}

cooperation := {
	"cooperated": {"fact": "/cooperation/cooperated", "value": evaluated(object.get(root, ["cooperation", "cooperated"], null))},
	"acceptedResponsibility": {"fact": "/cooperation/acceptedResponsibility", "value": evaluated(object.get(root, ["cooperation", "acceptedResponsibility"], null))},
	"inquiry": {"fact": "/cooperation/inquiry", "value": object.get(root, ["cooperation", "inquiry"], null)},
}

imports := {
	"lenientGrounds": {"fact": "/imports/lenientGrounds", "value": object.get(root, ["imports", "lenientGrounds"], null)},
	"lenientComplete": {"fact": "/imports/lenientComplete", "value": object.get(root, ["imports", "lenientComplete"], null)},
	"severeGrounds": {"fact": "/imports/severeGrounds", "value": object.get(root, ["imports", "severeGrounds"], null)},
	"severeComplete": {"fact": "/imports/severeComplete", "value": object.get(root, ["imports", "severeComplete"], null)},
}

imports_lenient_grounds := [
{
	"citation": {"fact": $"/imports/lenientGrounds/{i}/citation", "value": object.get(element, "citation", null)},
	"met": {"fact": $"/imports/lenientGrounds/{i}/met", "value": evaluated(object.get(element, "met", null))},
} |
	some i, element in list("imports", "lenientGrounds")
]

imports_severe_grounds := [
{
	"citation": {"fact": $"/imports/severeGrounds/{i}/citation", "value": object.get(element, "citation", null)},
	"met": {"fact": $"/imports/severeGrounds/{i}/met", "value": evaluated(object.get(element, "met", null))},
} |
	some i, element in list("imports", "severeGrounds")
]
