package test.calendar

import data.calendar

test_the_days_between_two_days if {
	calendar.days_between("2021-06-13", "2021-06-13") == 0
	calendar.days_between("2021-06-13", "2021-07-13") == 30
	calendar.days_between("2024-01-01", "2024-01-31") == 30
	calendar.days_between("2024-02-28", "2024-03-01") == 2
	calendar.days_between("2023-02-28", "2023-03-01") == 1
	calendar.days_between("2000-02-28", "2000-03-01") == 2
	calendar.days_between("2100-02-28", "2100-03-01") == 1
	calendar.days_between("1970-01-01", "2129-12-31") == 58438
	calendar.days_between("2022-03-02", "2022-03-01") == -1
}

test_a_month_later_is_the_same_day_or_the_last_of_the_month if {
	calendar.month_later("2025-07-01") == "2025-08-01"
	calendar.month_later("2025-06-10") == "2025-07-10"
	calendar.month_later("2025-01-31") == "2025-02-28"
	calendar.month_later("2024-01-30") == "2024-02-29"
	calendar.month_later("2100-01-31") == "2100-02-28"
	calendar.month_later("2000-01-31") == "2000-02-29"
	calendar.month_later("2025-02-28") == "2025-03-28"
	calendar.month_later("2025-03-31") == "2025-04-30"
	calendar.month_later("2025-12-31") == "2026-01-31"
	calendar.month_later(null) == null
}

test_a_year_later_is_the_same_day_or_the_last_of_february if {
	calendar.ymd_year_later("2023-03-01") == 20240301
	calendar.ymd_year_later("2023-02-28") == 20240228
	calendar.ymd_year_later("2024-02-29") == 20250228
	calendar.ymd_year_later("2024-12-31") == 20251231
	calendar.ymd_year_later(null) == null
}

test_days_later_counts_over_the_ends_of_months if {
	calendar.days_later("2025-07-01", 15) == "2025-07-16"
	calendar.days_later("2025-07-01", 30) == "2025-07-31"
	calendar.days_later("2025-07-02", 30) == "2025-08-01"
	calendar.days_later("2025-01-31", 30) == "2025-03-02"
	calendar.days_later("2024-01-31", 30) == "2024-03-01"
	calendar.days_later("2025-12-20", 15) == "2026-01-04"
	calendar.days_later("2025-01-31", 28) == "2025-02-28"
	calendar.days_later("2024-01-31", 29) == "2024-02-29"
	calendar.days_later("2025-06-30", 31) == "2025-07-31"
	calendar.days_later(null, 15) == null
}

test_an_unknown_day_is_unknown if {
	calendar.days_between(null, "2021-06-13") == null
	calendar.days_between("2021-06-13", null) == null
	calendar.ymd(null) == null
}

test_padded_months_and_days_are_numbers if calendar.ymd("2008-08-09") == 20080809

test_months_later if {
	calendar.ymd_after_months("2022-03-31", 3) == 20220631
	calendar.ymd_after_months("2022-03-31", 9) == 20221231
	calendar.ymd_after_months("2022-12-01", 1) == 20230101
	calendar.ymd_after_months("2022-01-15", 24) == 20240115
	calendar.ymd_after_months(null, 3) == null
	calendar.ymd_after_months("2022-01-15", null) == null
}

# The first of each month of a common year to the first of the next.
test_every_month_has_its_days if {
	starts := [$"2021-{month}-01" | some month in ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]]
	[calendar.days_between(start, starts[i + 1]) | some i, start in starts; i < 11] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]
	calendar.days_between("2021-12-01", "2022-01-01") == 31
}

test_the_days_of_each_month if {
	[calendar.days_in_month(2021, month) | some month in numbers.range(1, 12)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
	[calendar.days_in_month(year, 2) | some year in [2000, 2023, 2024, 2100]] == [29, 28, 29, 28]
}
