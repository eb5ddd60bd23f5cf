import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';

/** How telephones on the same network reach this server. */
export const LanAccess = z.object({
  /** One per address of the machine. */
  doors: z.array(
    z.object({
      /** `https://192.168.1.23:8080/`. */
      url: z.url(),
      /** The same as a QR code: rows of dark (1) and light (0) modules. */
      qr: z.array(z.string()),
    }),
  ),
  /** Where a telephone fetches the certificate that it is to trust, below each address. */
  authorityPath: z.string(),
  /** SHA-256 of that certificate, as a telephone shows it before trusting. */
  fingerprint: z.string(),
});
export type LanAccess = z.output<typeof LanAccess>;

export const readLanAccess = endpoint({
  method: 'GET',
  path: '/lan-access',
  answer: z.object({ lan: LanAccess.optional() }),
  permission: 'signedIn',
  summary: 'How telephones on the same network reach this server; nothing unless it was started with --lan.',
  tag: 'identity',
});
