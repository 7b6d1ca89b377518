import { CelError } from "../cel-error.ts";
import { duration, int, string, timestamp } from "../cel-types.ts";
import { memberFunction, type Overload } from "../function-library.ts";
import type { CelDuration, CelTimestamp } from "../values/cel-time.ts";

/** The parts of a moment in some time zone, in Go's numbering. */
interface Calendar {
  year: number;
  /** 0 to 11. */
  month: number;
  /** 1 to 31. */
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
}

const parts: Readonly<Record<string, (calendar: Calendar, time: CelTimestamp) => number>> = {
  getFullYear: (calendar) => calendar.year,
  getMonth: (calendar) => calendar.month,
  getDate: (calendar) => calendar.day,
  getDayOfMonth: (calendar) => calendar.day - 1,
  getDayOfWeek: ({ year, month, day }) => new Date(utc(year, month, day)).getUTCDay(),
  getDayOfYear: ({ year, month, day }) => (utc(year, month, day) - utc(year, 0, 1)) / 86_400_000,
  getHours: (calendar) => calendar.hours,
  getMinutes: (calendar) => calendar.minutes,
  getSeconds: (calendar) => calendar.seconds,
  getMilliseconds: (_calendar, time) => Math.floor(time.fraction / 1_000_000),
};

const spans: Readonly<Record<string, (nanos: bigint) => bigint>> = {
  getHours: (nanos) => nanos / 3_600_000_000_000n,
  getMinutes: (nanos) => nanos / 60_000_000_000n,
  getSeconds: (nanos) => nanos / 1_000_000_000n,
  getMilliseconds: (nanos) => nanos / 1_000_000n,
};

/** The parts of timestamps and durations; a time zone is an IANA name or an offset such as `+02:00`. */
export const timeFunctions: readonly Overload[] = [
  ...Object.entries(parts).flatMap(([name, part]) => [
    memberFunction(name, [timestamp], int, (time: CelTimestamp) =>
      BigInt(part(calendarOf(time, "UTC"), time)),
    ),
    memberFunction(name, [timestamp, string], int, (time: CelTimestamp, zone: string) =>
      BigInt(part(calendarOf(time, zone), time)),
    ),
  ]),
  ...Object.entries(spans).map(([name, span]) =>
    memberFunction(name, [duration], int, (value: CelDuration) => span(value.nanos)),
  ),
];

function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function calendarOf(time: CelTimestamp, zone: string): Calendar {
  const milliseconds = Number(time.seconds) * 1000;
  const offset = /^([-+]?)(\d\d?):(\d\d)$/.exec(zone);
  if (offset) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === "-" ? -1 : 1);
    return inUtc(milliseconds + minutes * 60_000);
  }
  if (zone === "UTC" || zone === "") return inUtc(milliseconds);
  return inZone(milliseconds, zone);
}

function inUtc(milliseconds: number): Calendar {
  const date = new Date(milliseconds);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
  };
}

function inZone(milliseconds: number, timeZone: string): Calendar {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    throw new CelError(`unknown time zone ${timeZone}`);
  }
  const found = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  return {
    year: found.get("year") ?? 0,
    month: (found.get("month") ?? 1) - 1,
    day: found.get("day") ?? 1,
    hours: found.get("hour") ?? 0,
    minutes: found.get("minute") ?? 0,
    seconds: found.get("second") ?? 0,
  };
}
