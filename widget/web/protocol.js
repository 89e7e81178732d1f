/**
 * The shapes that cross between page, worker and Python. Types only; this file does nothing.
 *
 * @typedef {Record<string, string>} Answers
 *   Question id to answer, as in a link.
 *
 * @typedef {{ text: string, section: string | null }} Sentence
 *   A sentence of the guide and the section it stands in, such as `timing#their-date`.
 *
 * @typedef {object} Option
 * @property {string} value
 * @property {string} label
 * @property {string | null} [hint]
 * @property {string} section
 * @property {string} [group] The row that it stands behind, such as "Something else".
 * @property {string} [on] The day that words such as "next week" come to; the first screens do not
 *   know it.
 *
 * @typedef {object} Line
 *   Something to tick.
 * @property {string} id
 * @property {string} label
 * @property {string | null} value What it says; null if its question is then asked.
 * @property {string[]} opens The options that the question then has.
 * @property {Condition[][] | null} shown_if As for a question.
 *
 * @typedef {[question: string, values: string[]]} Condition
 *   Holds if any chosen member of the question's answer is among the values.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} title
 * @property {string} why
 * @property {string | null} [hint]
 * @property {"choice" | "set" | "date" | "country" | "region" | "days"} type
 * @property {Option[]} options
 * @property {string | null} plain The answer of those who say nothing.
 * @property {Line[]} lines Where it is answered by ticking.
 * @property {string | null} value What was given, even if it was refused.
 * @property {string[]} [dates]
 * @property {Condition[][] | null} shown_if Alternatives; all conditions of one must hold.
 *
 * @typedef {{ question: string, screen: number, label: string, text: string }} Told
 *   One line of "What you told us".
 *
 * @typedef {{ question: string, code: string, text?: string }} Problem
 *   What the page finds by itself has no text yet; Python's always has.
 *
 * @typedef {object} QuestionDocument
 * @property {"question"} kind
 * @property {number} screen
 * @property {string} title
 * @property {Question[]} questions
 * @property {Answers} answers As understood.
 * @property {string[]} dropped Ids that no longer apply.
 * @property {Problem[]} problems
 * @property {number | null} left Screens still to come, where that is certain.
 * @property {number} most How many can come at most.
 * @property {Told[]} told
 *
 * @typedef {{ text: string, blank?: string, filled?: string }} Run
 *   Plain text, a blank the reader fills in, or a blank that the answers have filled.
 *
 * @typedef {object} Message
 * @property {string} id
 * @property {string} title
 * @property {string | null} section
 * @property {"email" | "script" | "note"} kind
 * @property {Run[] | null} subject
 * @property {Run[][]} paragraphs
 * @property {string[]} reasons Why each sentence is there.
 * @property {{ question: string, to: string, text: string } | null} [offers] One sentence more or less.
 *
 * @typedef {Sentence & { id: string, label: string }} Fact
 * @typedef {Sentence & { id: string }} Avoid
 * @typedef {Sentence & { on: string, action: string }} Later
 * @typedef {{ id: string, said: string, so: string, section: string }} Because
 *   A fact beside what follows from it.
 * @typedef {"well-supported" | "majority-view" | "our-judgement"} Confidence
 *
 * @typedef {{ question: string, to: string, if: string, then: string }} Flip
 *   Another answer, in words, and the headline it leads to.
 *
 * @typedef {object} Mark
 * @property {string} date
 * @property {"them" | "you" | "today" | "do" | "wait" | "later" | "end"} kind
 * @property {string} label
 * @property {string} when
 * @property {string} text
 *
 * @typedef {object} Timeline
 * @property {string} title
 * @property {string} first Of the picture.
 * @property {string} last
 * @property {Mark[]} marks In order of days.
 * @property {{ first: string, last: string, label: string, short: string } | null} window
 * @property {{ first: string, last: string, label: string }[]} off Days off; a weekend has no label.
 *
 * @typedef {object} Disagreement
 * @property {string} id
 * @property {string} section
 * @property {string} title
 * @property {string} ours
 * @property {{ who: string, says: string }[]} sides
 * @property {Confidence} sure
 *
 * @typedef {{ question: string, screen: number, text: string }} Stated
 *   A statement that is true by the answers, and where its question is asked.
 *
 * @typedef {{ on: string, message: Message }} DatedMessage
 *
 * @typedef {object} Words
 * @property {Sentence[]} lead
 * @property {Fact[]} facts
 * @property {Message | null} message
 * @property {Message | null} also
 * @property {DatedMessage | null} refusal How to say no, on the day on which an offer must be answered.
 * @property {Avoid[]} avoid
 * @property {Later[]} then
 * @property {Because[]} because
 * @property {Sentence | null} meanwhile
 * @property {Sentence[]} notes On the days that were counted.
 * @property {Stated[]} stated What the advice goes by.
 * @property {Flip[]} changes What would change the advice.
 *
 * @typedef {object} Right
 * @property {string} id
 * @property {string} section
 * @property {string} text
 * @property {string | null} on The last day on which they are in time.
 * @property {string} sure What was confirmed, and when.
 * @property {{ name: string, address: string }} source
 * @property {string} checked
 * @property {DatedMessage | null} ask
 *
 * @typedef {{ title: string, items: Right[], timeline: Timeline | null }} Rights
 *   What the law gives where the job is. It changes nothing else.
 *
 * @typedef {object} AdviceDocument
 * @property {"advice"} kind
 * @property {Sentence} headline
 * @property {Words} words
 * @property {Answers} answers
 * @property {string[]} dropped
 * @property {Problem[]} problems
 * @property {Told[]} told
 * @property {string} action
 * @property {string} channel
 * @property {string} on
 * @property {string | null} latest
 * @property {{ action: string, channel: string, on: string }[]} plan
 * @property {Disagreement[]} disagreements
 * @property {Confidence} confidence
 * @property {Timeline} timeline
 * @property {Rights | null} rights
 *
 * @typedef {QuestionDocument | AdviceDocument} ViewDocument
 *
 * @typedef {object} NextStep
 *   The next step of one of several applications, without what could change it.
 * @property {Sentence} headline
 * @property {Pick<Words, "lead" | "then">} words
 * @property {Answers} answers
 * @property {string | null} other_job_on The day of a question about another job at the same
 *   employer, where the reader has named none.
 * @property {number[]} one_note Those of the others there whose question is due on the same day.
 * @property {string} action
 * @property {string} channel
 * @property {string | null} to
 * @property {string} on
 * @property {string | null} latest The last day in good time.
 * @property {{ marks: Pick<Mark, "date" | "kind" | "label" | "text">[] }} timeline What is still to be done.
 * @property {Rights | null} rights
 * @property {Answers | null} done The answers that hold once it was done; null where nothing is to be done.
 *
 * @typedef {{ kind: "next", each: (NextStep | null)[] }} NextDocument
 *
 * @typedef {[question: string, values: string[], negated: boolean, others?: string[]]} GuardCondition
 *   Where it is negated, the other values of the question.
 * @typedef {GuardCondition[][]} Guard
 *   Alternatives; all conditions of one must hold.
 *
 * @typedef {Pick<Question, "id" | "title" | "why" | "hint" | "type" | "options" | "plain" | "lines" | "dates">
 *   & { screen: number, guard: Guard | null, needed: Guard | null }} StaticQuestion
 *   Without a guard it is offered beside the result. Where `needed` does not hold, its screen need
 *   not be shown for it alone.
 *
 * @typedef {object} DayField
 * @property {[phrase: string, away: number | null][]} quick Days worth a button, by how far away they
 *   are; without a number, the same day of the month before.
 * @property {boolean} over Asks about what is over: where a text can mean two days, the past one.
 * @property {boolean} unsure Can do without a day.
 * @property {boolean} since Belongs to an earlier interview if it lies before the latest.
 *
 * @typedef {object} FirstScreens
 *   Written when the site is built: every word of the interface, every question.
 * @property {Record<string, string>} phrases
 * @property {Record<string, string>} screens Titles by number.
 * @property {StaticQuestion[]} questions In the order in which they are asked.
 * @property {Record<string, DayField>} days The fields of the questions that ask for a day.
 * @property {number} beside The screen that is offered beside the result, never on the way.
 * @property {[first: number, last: number]} years In which it can be read: from when it was made to
 *   when the holidays that are known end.
 *
 * @typedef {object} Endings
 *   Answers of Python for those for whom it ended on the first screen, written when the site is built.
 * @property {string[]} texts Documents, with slots for their days: "⟨date,-short,1,-2⟩" is two days
 *   before the day in column 1, by a phrase and names of few letters. A span has two such days.
 * @property {Record<string, number[][][]>} rows By what was said but for the day (pairs, sorted), by days since then
 *   (0 for not sure, 1 for today) and by weekday: the text, and the columns after the first, which is
 *   today, as distances from it.
 *
 * @typedef {object} Asking
 *   What `bridge.view` is asked, before it becomes a string.
 * @property {Answers} answers
 * @property {string} today
 * @property {number} [screen] Show this screen again.
 * @property {number} [submitted] Continue was pressed on this screen.
 * @property {boolean} [advise] Ask nothing more.
 *
 * @typedef {object} AskingEach
 *   What it is asked about several applications.
 * @property {string[]} each The answers of each, as the fragment of a link.
 * @property {string[]} [employers] The same text for those at one employer; nothing for the others.
 * @property {string} today
 * @property {string} [done_on] The day on which a step was done.
 * @property {boolean} [by_phone]
 *
 * @typedef {{ type: "ask", id: number, request: string, needsHolidays: boolean }} ToWorker
 *
 * @typedef {{ type: "progress", loaded: number, total: number }} Progress
 * @typedef {{ type: "ready" }} Ready
 * @typedef {{ type: "answer", id: number, view: string }} Answered
 * @typedef {{ type: "failed", stage: string, text: string }} Failed
 * @typedef {Progress | Ready | Answered | Failed} FromWorker
 */

export {};
