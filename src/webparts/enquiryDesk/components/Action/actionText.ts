import * as strings from 'EnquiryDeskStrings';
import type { ActionFault, ActionName, Need, Refusal } from '../../../../domain/enquiries/life';
import { longest } from '../../../../domain/enquiries/answers';
import { format } from '../../../../ui/format';
import { dayText } from '../../../../domain/dates';

/** What somebody can do: an action of the enquiry's life, or a note. */
export type DeskAction = ActionName | 'note';

interface ActionWords {
  /** On the button that opens it. */
  button: string;
  /** The heading of its form. */
  title: string;
  /** On the button that does it. */
  send: string;
  /** Said when it was done. */
  done: string;
  text?: string;
  hint?: string;
}

const words: Record<DeskAction, () => ActionWords> = {
  acknowledge: () => ({
    button: strings.Acknowledge,
    title: strings.AcknowledgeTitle,
    send: strings.Acknowledge,
    done: strings.AcknowledgeDone,
    text: strings.WordsToMember
  }),
  assign: () => ({ button: strings.Assign, title: strings.AssignTitle, send: strings.Assign, done: strings.AssignDone }),
  redirect: () => ({ button: strings.Redirect, title: strings.RedirectTitle, send: strings.RedirectSend, done: strings.RedirectDone }),
  ask: () => ({
    button: strings.Ask,
    title: strings.AskTitle,
    send: strings.AskSend,
    done: strings.AskDone,
    text: strings.YourQuestion,
    hint: strings.PassOn
  }),
  update: () => ({
    button: strings.Update,
    title: strings.UpdateTitle,
    send: strings.UpdateSend,
    done: strings.UpdateDone,
    text: strings.YourUpdate,
    hint: strings.PassOn
  }),
  reply: () => ({
    button: strings.Reply,
    title: strings.ReplyTitle,
    send: strings.ReplySend,
    done: strings.ReplyDone,
    text: strings.YourReply,
    hint: strings.PassOn
  }),
  extend: () => ({ button: strings.Extend, title: strings.ExtendTitle, send: strings.ExtendSend, done: strings.ExtendDone }),
  decline: () => ({
    button: strings.Decline,
    title: strings.DeclineTitle,
    send: strings.DeclineSend,
    done: strings.DeclineDone,
    text: strings.DeclineWords,
    hint: strings.PassOn
  }),
  link: () => ({ button: strings.Link, title: strings.LinkTitle, send: strings.LinkSend, done: strings.LinkDone }),
  close: () => ({
    button: strings.Close,
    title: strings.CloseTitle,
    send: strings.Close,
    done: strings.CloseDone,
    text: strings.WordsToMember
  }),
  reopen: () => ({ button: strings.Reopen, title: strings.ReopenTitle, send: strings.Reopen, done: strings.ReopenDone }),
  restrict: () => ({ button: strings.Restrict, title: strings.RestrictTitle, send: strings.Restrict, done: strings.RestrictDone }),
  askRestriction: () => ({
    button: strings.AskRestriction,
    title: strings.AskRestrictionTitle,
    send: strings.AskRestrictionSend,
    done: strings.AskRestrictionDone
  }),
  escalate: () => ({ button: strings.Escalate, title: strings.EscalateTitle, send: strings.EscalateSend, done: strings.EscalateDone }),
  answer: () => ({
    button: strings.AnswerButton,
    title: strings.AnswerTitle,
    send: strings.AnswerSend,
    done: strings.AnswerDone,
    text: strings.YourAnswer
  }),
  inform: () => ({
    button: strings.Inform,
    title: strings.InformTitle,
    send: strings.InformSend,
    done: strings.InformDone,
    text: strings.YourInformation
  }),
  withdraw: () => ({
    button: strings.Withdraw,
    title: strings.WithdrawTitle,
    send: strings.WithdrawSend,
    done: strings.WithdrawDone,
    hint: strings.WithdrawHint
  }),
  settle: () => ({
    button: strings.Settle,
    title: strings.SettleTitle,
    send: strings.SettleSend,
    done: strings.SettleDone,
    text: strings.WordsToOfficer
  }),
  askAgain: () => ({
    button: strings.AskAgain,
    title: strings.AskAgainTitle,
    send: strings.AskAgainSend,
    done: strings.AskAgainDone,
    text: strings.AskAgainWords
  }),
  note: () => ({
    button: strings.AddNote,
    title: strings.NoteTitle,
    send: strings.NoteSend,
    done: strings.NoteDone,
    text: strings.YourNote,
    hint: strings.NoteHint
  })
};

/** The words of an action. */
export const actionWords = (action: DeskAction): ActionWords => words[action]();

export const needLabel = (action: DeskAction, need: Need): string => {
  switch (need) {
    case 'text':
      return actionWords(action).text ?? strings.WordsToMember;
    case 'officer':
      return action === 'acknowledge' ? strings.WhoDealsWithIt : strings.WhoTakesIt;
    case 'service':
      return strings.Service;
    case 'reason':
      return action === 'extend' ? strings.HowAgreed : strings.Reason;
    case 'replyBy':
      return strings.NewReplyBy;
    case 'ground':
      return strings.Ground;
    case 'outcome':
      return strings.Outcome;
    case 'other':
      return strings.OtherReference;
    case 'escalation':
      return strings.WhatWentWrong;
  }
};

/** What is wrong with what was given, and what to do. */
export function faultText(action: DeskAction, { need, rule, limit }: ActionFault): string {
  switch (rule) {
    case 'missing':
      return {
        text: action === 'note' ? strings.FaultNote : strings.FaultText,
        officer: strings.FaultOfficer,
        service: strings.FaultService,
        reason: action === 'extend' ? strings.FaultHowAgreed : strings.FaultReason,
        replyBy: strings.FaultReplyBy,
        ground: strings.FaultGround,
        outcome: strings.FaultOutcome,
        other: strings.FaultOther,
        escalation: strings.FaultEscalation
      }[need];
    case 'too long':
      return format(strings.FaultTooLong, needLabel(action, need), Number(limit ?? longest.description).toLocaleString('en-GB'));
    case 'not a working day':
      return strings.FaultWorkingDay;
    case 'not later':
      return strings.FaultNotLater;
    case 'after the longest':
      return format(strings.FaultLongest, dayText(String(limit)));
    case 'itself':
      return strings.FaultItself;
  }
}

export const refusalText = (refusal: Refusal): string =>
  ({
    'not yours to do': strings.RefusedNotYours,
    'not in this state': strings.RefusedState,
    'not of this enquiry': strings.RefusedNotThis,
    'too late': strings.RefusedTooLate,
    'no such enquiry': strings.RefusedNoSuch
  })[refusal];
