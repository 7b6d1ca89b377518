import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { datesOf } from "../dates-of.ts";

/** A day exists in the calendar, and no failure of Kubernetes is older than Kubernetes. */
export const check: Check = (_library, { told }) =>
  told.flatMap((story) =>
    datesOf(story).flatMap(({ path, name, date, ofKubernetes }) => {
      const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
      const read = new Date(Date.UTC(year, month - 1, day));
      const message =
        read.getUTCDate() !== day || read.getUTCMonth() !== month - 1
          ? `${name} is ${date}, a day that does not exist.`
          : ofKubernetes && date < "2014-06"
            ? `${name} is ${date}, and Kubernetes was first published in June 2014.`
            : undefined;
      if (
        message === undefined ||
        (message.includes("first published") && date.length === 4 && date >= "2014")
      )
        return [];
      return [
        makeFinding({
          code: "date-impossible",
          file: story.file,
          at: story.document.valueAt(path),
          message,
          fix: "Write the date as precisely as the source gives it: YYYY, YYYY-MM or YYYY-MM-DD.",
        }),
      ];
    }),
  );
