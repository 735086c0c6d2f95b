import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBounce } from './bounce.ts';

const report = (
  action: string,
  status: string,
  returned = 'text/rfc822-headers',
) => `From: MAILER-DAEMON@mx.example\r
Message-ID: <report@mx.example>\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
Final-Recipient: rfc822; arden@example.test\r
Action: ${action}\r
Status: ${status}\r
Diagnostic-Code: smtp; 550 5.1.1 unknown\r
\r
--b\r
Content-Type: ${returned}\r
\r
Subject: News\r
Message-ID:\r
 <abc123@es.example>\r
To: arden@example.test\r
\r
--b--\r
`;

describe('a report of a mail server', () => {
  test('of a lasting failure names our message, not the report’s own', () => {
    expect(readBounce(report('failed', '5.1.1'))).toEqual({
      messageId: 'abc123@es.example',
      status: '5.1.1',
    });
    expect(readBounce(report('failed', '5.2.2', 'message/rfc822'))).toMatchObject({ status: '5.2.2' });
  });

  test('of a delay, of success or without our headers is none', () => {
    expect(readBounce(report('delayed', '4.4.1'))).toBeUndefined();
    expect(readBounce(report('delivered', '2.0.0'))).toBeUndefined();
    expect(readBounce(report('failed', '4.4.7'))).toBeUndefined();
    expect(readBounce(report('failed', '5.1.1', 'text/plain'))).toBeUndefined();
  });

  test('of whatever else never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), text => {
        expect(readBounce(text)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
