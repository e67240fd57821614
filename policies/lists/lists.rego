# METADATA
# title: 台账的三值
# description: |
#   Truth over the elements of a list. A list that is not whole never proves that something is missing from it, nor that
#   everything in it is all there is. `list` and `complete` are the leaves of the list and of its completeness.
package lists

import data.logic

# The list is all there is.
is_whole(list, complete) := logic.always([complete.fact]) if {
	complete.value == true
	list.value != null
}

else := logic.open([leaf.fact | some leaf in [list, complete]; leaf.value in [null, false]]) if list.value == null

else := logic.open([list.fact, complete.fact])

# Every element holds, and there is no other.
all_hold(states, list, complete) := logic.all_of(array.concat(states, [is_whole(list, complete)]))

# Some element holds; none does only in a list that is whole.
some_holds(states, list, complete) := logic.any_of(array.concat(states, [logic.negate(nothing_else(list, complete))]))

nothing_else(list, complete) := logic.always([list.fact, complete.fact]) if is_whole(list, complete).is == true

else := is_whole(list, complete)

# A leaf that holds a number, as logic.at_least takes it.
number(leaf) := {"low": 0, "high": null, "known": [], "bound": [], "missing": [leaf.fact]} if leaf.value == null

else := {"low": leaf.value, "high": leaf.value, "known": [leaf.fact], "bound": [], "missing": []}

# The leaves that are not known.
unknown(leaves) := [leaf.fact | some leaf in leaves; leaf.value == null]
