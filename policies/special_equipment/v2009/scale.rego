# METADATA
# title: 特种设备事故的情形
# description: |
#   The events that give a special-equipment accident its grade whatever its numbers (articles 61 to 64), each item a truth
#   value. What a piece of equipment cannot do is "no" once the kind of equipment is stated.
package special_equipment.v2009.scale

import data.facts
import data.logic

# The scale is chosen by the kind of the accident as stated.
is_chosen := logic.is_one_of(facts.accident.kind, ["特种设备"])

of(kinds, state) := logic.never([facts.specialEquipment.equipment.fact]) if {
	facts.specialEquipment.equipment.value != null
	not facts.specialEquipment.equipment.value in kinds
}

else := state

measured(leaf, threshold) := logic.open([leaf.fact]) if leaf.value == null

else := {"is": leaf.value >= threshold, "on": [leaf.fact]}

boiler_exploded := of(["锅炉"], logic.given(facts.specialEquipment.boilerExploded))

boiler_of_600_megawatts := of(["锅炉"], measured(facts.specialEquipment.boilerMegawatts, 600))

boiler_stood_still := of(["锅炉"], measured(facts.specialEquipment.boilerOutageHours, 240))

vessel_or_pipe_exploded := of(["压力容器、压力管道"], logic.given(facts.specialEquipment.vesselOrPipeExploded))

relocated(persons) := of(["压力容器、压力管道"], measured(facts.specialEquipment.toxicLeakRelocated, persons))

lift_held_persons := of(["电梯"], measured(facts.specialEquipment.liftStrandedMinutes, 120))

crane_overturned := of(["起重机械"], logic.given(facts.specialEquipment.craneOverturned))

crane_broke := of(["起重机械"], logic.given(facts.specialEquipment.craneBroken))

cableway_held(minutes) := of(["客运索道"], measured(facts.specialEquipment.cablewayStrandedMinutes, minutes))

ride_held(minutes) := of(["大型游乐设施"], measured(facts.specialEquipment.rideStrandedMinutes, minutes))

held_high(minutes) := logic.any_of([cableway_held(minutes), ride_held(minutes)])

hundred_held(minutes) := logic.all_of([
	of(["客运索道", "大型游乐设施"], measured(facts.specialEquipment.strandedPersons, 100)),
	held_high(minutes),
])

# By grade, the items of its article after the first, which is that of the numbers.
items := {
	"extraordinary": [
		logic.all_of([boiler_exploded, boiler_of_600_megawatts]),
		relocated(150000),
		hundred_held(48 * 60),
	],
	"major": [
		logic.all_of([boiler_of_600_megawatts, boiler_stood_still]),
		relocated(50000),
		hundred_held(24 * 60),
	],
	"larger": [
		logic.any_of([boiler_exploded, vessel_or_pipe_exploded]),
		relocated(10000),
		crane_overturned,
		held_high(12 * 60),
	],
	"general": [
		relocated(500),
		lift_held_persons,
		crane_broke,
		cableway_held(210),
		ride_held(60),
	],
}

by_event := {"extraordinary": extraordinary, "major": major, "larger": larger, "general": general}

extraordinary := logic.any_of(items.extraordinary)

major := logic.any_of(array.concat(items.major, [extraordinary]))

larger := logic.any_of(array.concat(items.larger, [major]))

general := logic.any_of(array.concat(items.general, [larger]))
