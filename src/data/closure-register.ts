import type { SPFI } from '@pnp/sp';
import type { PlainDate } from '../domain/members/term';
import { closureDays as closureList } from '../lists/closure-days';
import type { SitePath } from './batch';
import { ListRows, type WriteFailure } from './list-rows';
import { fromDate, toDate, toText } from './values';

/** A day on which the council is closed. */
export interface ClosureDay {
  day: PlainDate;
  name: string;
}

/** The list ClosureDays as an import reads and writes it. */
export class ClosureRegister {
  private readonly rows: ListRows;

  public constructor(sp: SPFI, sitePath: SitePath) {
    this.rows = new ListRows(sp, sitePath);
  }

  /** Fails for who may not change the list. One request. */
  public demandWriting(): Promise<void> {
    return this.rows.demandWriting(closureList);
  }

  /** One request per 1,000 rows. */
  public async all(): Promise<ClosureDay[]> {
    const rows = await this.rows.all<{ Title: string | null; Day: string | null }>(closureList, ['Id', 'Title', 'Day']);
    return rows.flatMap(({ Title, Day }) => {
      const day = toDate(Day);
      return day === undefined ? [] : [{ day, name: toText(Title) }];
    });
  }

  /** One request per 50. */
  public add(days: readonly ClosureDay[], done: (count: number) => void): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: closureList, kind: 'closure day ' },
      days,
      ({ day }) => day,
      (items, { day, name }) => items.add({ Title: name, Day: fromDate(day) }),
      done
    );
  }
}
