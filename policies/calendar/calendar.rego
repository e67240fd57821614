# METADATA
# title: 历法
# description: |
#   Days as ISO strings made into day numbers. Division is exact only: (a - a % b) / b is the same in Go and WASM.
#   Right for every day of 1970–2129; a day not written YYYY-MM-DD has the number null.
package calendar

# Days since 0000-03-01, after the civil-from-days scheme that starts the year in March.
day_number(day) := null if day == null

else := (((((365 * y) + quotient(y, 4)) - quotient(y, 100)) + quotient(y, 400)) + quotient((153 * m) + 2, 5)) + d if {
	month := month_of(day)
	y := year_of(day) - floor_of_month(month)
	m := (month + 9) % 12
	d := day_of_month(day)
}

# The day as the integer yyyymmdd, which sorts as days do.
ymd(day) := null if day == null

else := ((year_of(day) * 10000) + (month_of(day) * 100)) + day_of_month(day)

# The ymd that lies so many months later; a day that the month lacks sorts behind the last day that it has.
ymd_after_months(day, months) := null if day == null

else := null if months == null

else := (((year_of(day) + quotient(in_months, 12)) * 10000) + (((in_months % 12) + 1) * 100)) + day_of_month(day) if {
	in_months := (month_of(day) - 1) + months
}

quotient(a, b) := (a - (a % b)) / b

# January and February belong to the year that began in March before.
floor_of_month(month) := 1 if month < 3

else := 0

# `+ 0`: the number of a padded string crashes both engines when it is shown as it is.
year_of(day) := to_number(substring(day, 0, 4)) + 0

month_of(day) := to_number(substring(day, 5, 2)) + 0

day_of_month(day) := to_number(substring(day, 8, 2)) + 0

# The days from one to another, null when either is unknown. Order 493's windows count by this.
days_between(from, to) := null if from == null

else := null if to == null

else := day_number(to) - day_number(from)
