import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { addresseesOf, sendMail, type Addressee } from '../../../../data/desk/tell';
import { noticeOf, toldOf } from '../../../../domain/enquiries/desk';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import type { EventName } from '../../../../domain/enquiries/life';
import { format } from '../../../../ui/format';
import { useHost } from '../../../../ui/host';
import { mailto } from '../../../../ui/mailto';
import type { DeskContext } from '../EnquiryDesk';

/** Whether somebody was told of what was done, in words; and a link to tell them by hand. */
export interface Telling {
  said: string;
  /** Absent where they were told, or nobody has to be. */
  byHand?: { href: string; name: string };
}

const names = (people: readonly Addressee[]): string => people.map(({ name }) => name).join(', ');

/** Somebody else acts next, and nobody is named who does. */
const expectsSomebody: readonly EventName[] = ['to another service', 'answer', 'information', 'asked again', 'escalated'];

/** Tells by e-mail who has to act next: as the user, where the council has granted it; else it is said that nobody was told. */
export function useTelling({ source, start, props }: DeskContext): {
  telling: Telling | undefined;
  tell(event: EventName, enquiry: OneEnquiry): void;
  forget(): void;
} {
  const [telling, setTelling] = React.useState<Telling | undefined>();
  const host = useHost();
  const latest = React.useRef(0);
  const tell = async (event: EventName, { row, life }: OneEnquiry): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    const show = (next: Telling): void => {
      if (latest.current === own) setTelling(next);
    };
    const told = toldOf(event, row, life.officer, start.officerId);
    if (told.length === 0) {
      if (expectsSomebody.includes(event)) show({ said: strings.NobodyToTell });
      return;
    }
    show({ said: strings.Telling });
    const noticed = props.notify(row.id, event);
    const people = await addresseesOf(source.sp, source.sitePath, told, start.members);
    const reachable = people.filter(({ email }) => email !== '');
    const notice = noticeOf(row);
    const link = host.linkTo({ kind: 'enquiry', id: row.id });
    const text = `${format(strings.NoticeText, notice)}\n\n${link}`;
    const mailing = reachable.length === 0 ? undefined : sendMail(props.graph, reachable, notice, text);
    const [result, inTeams] = await Promise.all([mailing, noticed]);
    const saidInTeams = inTeams.length > 0 ? [format(strings.WasToldInTeams, inTeams.join(', '))] : [];
    if (result === 'told') {
      show({ said: [format(strings.WasTold, names(reachable)), ...saidInTeams].join(' ') });
      return;
    }
    if (inTeams.length >= people.length) {
      show({ said: saidInTeams.join(' ') });
      return;
    }
    if (result === undefined) {
      show({ said: [...saidInTeams, format(strings.NoAddress, names(people))].join(' ') });
      return;
    }
    const to = reachable.map(({ email }) => mailto(email).slice('mailto:'.length)).join(',');
    show({
      said: [...saidInTeams, format(result === 'not granted' ? strings.NobodyTold : strings.TellingFailed, names(reachable))].join(' '),
      byHand: { href: `mailto:${to}?subject=${encodeURIComponent(notice)}&body=${encodeURIComponent(text)}`, name: names(reachable) }
    });
  };
  return {
    telling,
    tell: (event, enquiry) => {
      // What fails in it is said; nothing else depends on it.
      tell(event, enquiry).catch(() => setTelling({ said: format(strings.TellingFailed, '') }));
    },
    forget: () => {
      latest.current += 1;
      setTelling(undefined);
    }
  };
}
