import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-users/web';
import type { PlainDate } from '../../domain/members/term';
import { appointments as appointmentList } from '../../lists/appointments';
import { bodies as bodyList } from '../../lists/bodies';
import { memberStatus, members as memberList } from '../../lists/members';
import { wards as wardList } from '../../lists/wards';
import { toDataError } from '../errors';
import { ListRows, type WriteFailure } from '../list-rows';
import { fromDate, fromLines, fromText, toDate, type LinkValue } from '../values';
import type { SitePath } from '../batch';
import { lines, text, type Row } from './member-rows';

/** A row of the list Bodies. */
export interface RegisteredBody {
  id: number;
  name: string;
  kind: string;
  website: string;
  /** ID of the site user who is its link officer. */
  linkOfficerId: number | undefined;
}

/** A row of the list Appointments. */
export interface RegisteredAppointment {
  id: number;
  memberId: number;
  bodyId: number;
  role: string;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
}

/** What imports know of a member: enough to find them by name or id. */
export interface KnownMember {
  id: number;
  modernGovId: string;
  name: string;
  serving: boolean;
  ward: number | undefined;
  skills: string[];
  email: string;
}

/** What imports know of a ward. */
export interface KnownWard {
  id: number;
  name: string;
  code: string;
  neighbours: number[];
}

type Details<T> = Omit<T, 'id'>;
type Changed<T> = { id: number; name: string; changes: Partial<Details<T>> };
type Done = (count: number) => void;

const bodyToRow = ({ name, kind, website, linkOfficerId }: Partial<RegisteredBody>): Row => ({
  ...(name === undefined ? {} : { Title: name }),
  ...(kind === undefined ? {} : { Kind: kind }),
  ...(website === undefined ? {} : { Website: website === '' ? null : { Url: website, Description: website } }),
  ...(linkOfficerId === undefined ? {} : { LinkOfficerId: linkOfficerId })
});

const appointmentToRow = (details: Partial<RegisteredAppointment>): Row => ({
  ...(details.memberId === undefined ? {} : { MemberId: details.memberId }),
  ...(details.bodyId === undefined ? {} : { BodyId: details.bodyId }),
  ...(details.role === undefined ? {} : { Role: fromText(details.role) }),
  ...('from' in details ? { From: fromDate(details.from) } : {}),
  ...('to' in details ? { To: fromDate(details.to) } : {})
});

/** The lists Bodies and Appointments, and what imports need of Members and Wards beside them. */
export class BodyRegister {
  private readonly rows: ListRows;

  public constructor(
    private readonly sp: SPFI,
    sitePath: SitePath
  ) {
    this.rows = new ListRows(sp, sitePath);
  }

  /** Fails for who may not change a list. One request. */
  public demandWriting(which: 'bodies' | 'appointments' | 'members' | 'wards'): Promise<void> {
    return this.rows.demandWriting({ bodies: bodyList, appointments: appointmentList, members: memberList, wards: wardList }[which]);
  }

  /** One request per 1,000 rows. */
  public async bodies(): Promise<RegisteredBody[]> {
    const rows = await this.rows.all(bodyList, ['Id', 'Title', 'Kind', 'Website', 'LinkOfficerId']);
    return rows.map((row) => ({
      id: Number(row.Id),
      name: text(row, 'Title'),
      kind: text(row, 'Kind'),
      website: (row.Website as LinkValue | null)?.Url ?? '',
      linkOfficerId: (row.LinkOfficerId as number | null) ?? undefined
    }));
  }

  /** One request per 1,000 rows. */
  public async appointments(): Promise<RegisteredAppointment[]> {
    const rows = await this.rows.all(appointmentList, ['Id', 'MemberId', 'BodyId', 'Role', 'From', 'To']);
    return rows.map((row) => ({
      id: Number(row.Id),
      memberId: Number(row.MemberId ?? 0),
      bodyId: Number(row.BodyId ?? 0),
      role: text(row, 'Role'),
      from: toDate(row.From as string | null),
      to: toDate(row.To as string | null)
    }));
  }

  /** One request per 1,000 rows. */
  public async members(): Promise<KnownMember[]> {
    const rows = await this.rows.all(memberList, ['Id', 'Title', 'ModernGovId', 'Status', 'WardId', 'Skills', 'Email']);
    return rows.map((row) => ({
      id: Number(row.Id),
      modernGovId: text(row, 'ModernGovId'),
      name: text(row, 'Title'),
      serving: text(row, 'Status') !== memberStatus.former,
      ward: (row.WardId as number | null) ?? undefined,
      skills: lines(row, 'Skills'),
      email: text(row, 'Email')
    }));
  }

  /** One request per 1,000 rows. */
  public async wards(): Promise<KnownWard[]> {
    const rows = await this.rows.all(wardList, ['Id', 'Title', 'GssCode', 'NeighboursId']);
    return rows.map((row) => ({
      id: Number(row.Id),
      name: text(row, 'Title'),
      code: text(row, 'GssCode'),
      neighbours: (row.NeighboursId as number[] | null) ?? []
    }));
  }

  /**
   * The site user with an account or e-mail address; nothing if there is nobody. One request.
   *
   * @param onlyKnown find who is on the site already, and add nobody
   */
  public async userId(account: string, onlyKnown = false): Promise<number | undefined> {
    try {
      const login = account.includes('|') ? account : `i:0#.f|membership|${account}`;
      if (onlyKnown) return (await this.sp.web.siteUsers.getByLoginName(login).select('Id')<{ Id: number }>()).Id;
      return (await this.sp.web.ensureUser(login)).Id;
    } catch (error) {
      const failure = toDataError(error, bodyList.title);
      // SharePoint answers 404 or 500 for nobody.
      if (failure.problem.kind === 'missing list' || failure.problem.kind === 'other') return undefined;
      throw failure;
    }
  }

  /** One request per 50. */
  public addBodies(bodies: readonly Details<RegisteredBody>[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: bodyList, kind: 'body ' },
      bodies,
      ({ name }) => name,
      (items, body) => items.add(bodyToRow(body)),
      done
    );
  }

  /** One request per 50. */
  public updateBodies(bodies: readonly Changed<RegisteredBody>[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: bodyList, kind: 'body ' },
      bodies,
      ({ name }) => name,
      (items, { id, changes }) => items.getById(id).update(bodyToRow(changes)),
      done
    );
  }

  /** One request per 50. */
  public addAppointments(
    appointments: readonly (Details<RegisteredAppointment> & { name: string })[],
    done: Done
  ): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: appointmentList, kind: 'appointment ' },
      appointments,
      ({ name }) => name,
      (items, appointment) => items.add(appointmentToRow(appointment)),
      done
    );
  }

  /** One request per 50. */
  public updateAppointments(appointments: readonly Changed<RegisteredAppointment>[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: appointmentList, kind: 'appointment ' },
      appointments,
      ({ name }) => name,
      (items, { id, changes }) => items.getById(id).update(appointmentToRow(changes)),
      done
    );
  }

  /** One request per 50. */
  public setSkills(members: readonly { id: number; name: string; skills: string[] }[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: memberList, kind: '' },
      members,
      ({ name }) => name,
      (items, { id, skills }) => items.getById(id).update({ Skills: fromLines(skills) }),
      done
    );
  }

  /** One request per 50. */
  public updateWards(
    wards: readonly { id: number; name: string; code?: string; neighbours?: number[] }[],
    done: Done
  ): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: wardList, kind: 'ward ' },
      wards,
      ({ name }) => name,
      (items, { id, code, neighbours }) =>
        items.getById(id).update({
          ...(code === undefined ? {} : { GssCode: code }),
          ...(neighbours === undefined ? {} : { NeighboursId: neighbours })
        }),
      done
    );
  }
}
