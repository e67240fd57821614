# METADATA
# title: 三值逻辑
# description: |
#   A truth value is {"is": true | false | null, "on": [paths]}: Kleene's strong logic that explains itself.
#   `on` holds the facts that decided (is true or false) or that are missing (is null), and always the readings
#   ("/options/…") whose change could change the value. Paths may repeat; `finding` sorts them and drops repeats.
package logic

# The truth of a leaf that holds a boolean.
given(leaf) := {"is": true, "on": [leaf.fact]} if leaf.value == true

else := {"is": false, "on": [leaf.fact]} if leaf.value == false

else := {"is": null, "on": [leaf.fact]}

# Whether a leaf is known at all.
known(leaf) := {"is": null, "on": [leaf.fact]} if leaf.value == null

else := {"is": true, "on": [leaf.fact]}

# Whether a leaf holds one of the listed values.
is_one_of(leaf, wanted) := {"is": null, "on": [leaf.fact]} if leaf.value == null

else := {"is": true, "on": [leaf.fact]} if leaf.value in wanted

else := {"is": false, "on": [leaf.fact]}

# Whether a reading has the value; a reading is always known.
reads(reading, wanted) := {"is": reading.value == wanted, "on": [reading.option]}

# A constant, with what it rests on.
always(on) := {"is": true, "on": on}

never(on) := {"is": false, "on": on}

open(on) := {"is": null, "on": on}

negate(v) := {"is": false, "on": v.on} if v.is == true

else := {"is": true, "on": v.on} if v.is == false

else := v

all_of(vs) := {"is": false, "on": [p | some v in vs; v.is == false; some p in v.on]} if has(vs, false)

else := {"is": null, "on": [p | some v in vs; some p in relevant(v, null)]} if has(vs, null)

else := {"is": true, "on": [p | some v in vs; some p in v.on]}

any_of(vs) := {"is": true, "on": [p | some v in vs; v.is == true; some p in v.on]} if has(vs, true)

else := {"is": null, "on": [p | some v in vs; some p in relevant(v, null)]} if has(vs, null)

else := {"is": false, "on": [p | some v in vs; some p in v.on]}

# A function of its own: WASM makes the value of a rule again for each way in which its body holds.
has(vs, wanted) if {
	some v in vs
	v.is == wanted
}

# What a clause means under one reading or the other; the reading is part of the reasons either way.
under(reading, yes, no) := {"is": yes.is, "on": array.concat(yes.on, reading.on)} if reading.is == true

else := {"is": no.is, "on": array.concat(no.on, reading.on)}

# Of an undecided value everything counts; of a decided one beside it only its readings, which could undo it.
relevant(v, wanted) := v.on if v.is == wanted

else := readings_in(v.on)

# An interval against a threshold. `low` rests on `known`, `high` (null is unbounded) on `known` and `bound`;
# `missing` are the facts that would narrow it.
at_least(interval, threshold) := {"is": true, "on": interval.known} if interval.low >= threshold

else := {"is": false, "on": array.concat(interval.known, interval.bound)} if {
	interval.high != null
	interval.high < threshold
}

else := {"is": null, "on": array.concat(interval.missing, readings_in(array.concat(interval.known, interval.bound)))}

readings_in(paths) := [p | some p in paths; startswith(p, "/options/")]

# Nothing to sort where one fact decided, as it mostly did.
tidy(v) := v if count(v.on) < 2

else := {"is": v.is, "on": sort({p | some p in v.on})}

# A finding that only says whether the clause speaks.
finding(applies) := {"applies": tidy(applies)}

# A duty or a prohibition: `kept` is asked only while the clause may speak.
norm(applies, kept) := {"applies": tidy(applies)} if applies.is == false

else := {"applies": tidy(applies), "kept": tidy(kept)}
