import type { SPFI } from '@pnp/sp';
import { readNoticeService, type NoticeService } from '../data/tenant-settings';
import type { EventName } from '../domain/enquiries/life';

/** The service answers within this time or it is not waited for. In milliseconds. */
const patience = 5_000;

/**
 * Tells people in Teams' activity feed what was done, through the council's service; as the user, by a token for it.
 *
 * @param tokenFor gives a token for an application
 */
export class TeamsNotices {
  private service: Promise<NoticeService | undefined> | undefined;

  public constructor(
    private readonly sp: SPFI,
    private readonly tokenFor: (resource: string) => Promise<string>
  ) {}

  /** The names of those who were told. Where there is no service, or it does not answer, nobody was. Never fails. */
  public async tell(enquiry: number, event: EventName): Promise<readonly string[]> {
    const late = new Promise<readonly string[]>((resolve) => {
      window.setTimeout(() => resolve([]), patience);
    });
    return Promise.race([late, this.ask(enquiry, event)]);
  }

  private async ask(enquiry: number, event: EventName): Promise<readonly string[]> {
    try {
      const service = await this.find();
      if (!service) return [];
      const response = await fetch(`${service.url}/api/notices`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await this.tokenFor(service.resource)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ enquiry, event })
      });
      return response.ok ? ((await response.json()) as { told: string[] }).told : [];
    } catch {
      // It is an addition: the e-mail, or a link to send by hand, is there too.
      return [];
    }
  }

  /** Where notices are sent, which stays the same; SharePoint is asked again only after it did not answer. */
  private find(): NonNullable<typeof this.service> {
    this.service ??= readNoticeService(this.sp).catch((error: unknown) => {
      this.service = undefined;
      throw error;
    });
    return this.service;
  }
}
