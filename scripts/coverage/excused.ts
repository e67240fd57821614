/** What a unit cannot have a case for, and why: `art_x__para_y state` → reason. An excuse without need is refused. */
export const EXCUSED: Readonly<Record<string, string>> = {};
