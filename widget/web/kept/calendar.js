/** One calendar for all that is kept: the steps of each, and those that an earlier file had. Pure. */

/** @import { NextStep } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { JobPlan } from "../result/calendar-file.js" */
/** @import { Application } from "./store.js" */
import { canceled, entries } from "../result/calendar-file.js";
import { titleOf } from "./store.js";

/**
 * @param {Application[]} all
 * @param {(NextStep | null)[]} views the next step of each
 * @param {Pick<Context, "t" | "href" | "today">} context
 * @returns {JobPlan[]}
 */
export function plansOf(all, views, { t, href, today }) {
  return all.map((one, index) => {
    const day = one.answers["interviewed-on"] ?? one.answers["heard-on"] ?? "";
    const view = one.closed ? null : views[index];
    const blanks = new Map([["job", titleOf(one)]]);
    const ahead = view ? entries(view, { t, href, today, blanks }, href("quiz")) : [];
    const gone = one.filed ? canceled(ahead, day || today(), t) : [];
    return { job: { day, name: "", id: one.id }, all: [...ahead, ...gone] };
  });
}
