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

# The ymd of the last day of a period of one year that begins the day after: the same day of the next year, or the month's
# last; no year after a leap year has a 29 February.
ymd_year_later(day) := null if day == null

else := ymd(day) + 9999 if endswith(day, "-02-29")

else := ymd(day) + 10000

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

days_in_month(year, month) := 30 if month in [4, 6, 9, 11]

else := 31 if month != 2

else := 29 if is_leap(year)

else := 28

is_leap(year) if year % 400 == 0

else if {
	year % 4 == 0
	year % 100 != 0
}

else := false

iso(year, month, day) := $"{year}-{padded(month)}-{padded(day)}"

padded(number) := $"0{number}" if number < 10

else := $"{number}"

next_month(year, month) := [year + 1, 1] if month == 12

else := [year, month + 1]

# The last day of a period of one month that begins the day after: the same day of the next month, or that month's last.
month_later(day) := null if day == null

else := iso(year, month, min([day_of_month(day), days_in_month(year, month)])) if {
	[year, month] := next_month(year_of(day), month_of(day))
}

# The day that lies `days` later, for up to 28 days more than what is left of the month.
days_later(day, days) := null if day == null

else := iso(year_of(day), month_of(day), target) if {
	target := day_of_month(day) + days
	target <= days_in_month(year_of(day), month_of(day))
}

else := in_month_after(year_of(day), month_of(day), (day_of_month(day) + days) - days_in_month(year_of(day), month_of(day)))

in_month_after(year, month, days) := iso(next[0], next[1], days) if {
	next := next_month(year, month)
	days <= days_in_month(next[0], next[1])
}

else := iso(after[0], after[1], days - days_in_month(next[0], next[1])) if {
	next := next_month(year, month)
	after := next_month(next[0], next[1])
}
