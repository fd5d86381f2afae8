/** One request that was made. Who made it is not noted. */
export interface LoggedRequest {
  /** Counts from 1 since the log was last emptied. */
  number: number;
  at: string;
  method: string;
  /** Address with its query, decoded. */
  address: string;
  /** HTTP status; null where the connection was dropped. */
  status: number | null;
  milliseconds: number;
  /** For a $batch: the requests in it. */
  parts?: { method: string; address: string; status: number }[];
  fault?: string;
}

const mostKept = 20_000;

/** An address as people read it. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replace(/\+/g, ' '));
  } catch {
    return address;
  }
};

/** The requests made since the log was last emptied, in memory only; the oldest go when there are very many. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private count = 0;

  public add(entry: Omit<LoggedRequest, 'number'>): void {
    this.count += 1;
    this.entries.push({
      number: this.count,
      ...entry,
      address: decoded(entry.address),
      ...(entry.parts ? { parts: entry.parts.map((part) => ({ ...part, address: decoded(part.address) })) } : {})
    });
    if (this.entries.length > mostKept) this.entries = this.entries.slice(-mostKept / 2);
  }

  public clear(): void {
    this.entries = [];
    this.count = 0;
  }

  public all(): { count: number; requests: LoggedRequest[] } {
    return { count: this.count, requests: this.entries };
  }
}
