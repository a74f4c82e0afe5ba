import { slipIdSchema, type RoundId, type SlipId } from '#shared/domain/id.ts';
import { newSlipSchema, type NewSlip } from '#shared/domain/slip.ts';
import type { Ports } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { openSlips } from '#shared/use-cases/slips/slip-links.ts';
import { takeSlip } from '#shared/use-cases/slips/take-slip.ts';
import { organisations, people } from './small-directory.ts';
import { asks } from './small-world.ts';

/** A slip as a resident fills it in. */
export const newSlip = (change: object = {}): NewSlip =>
  newSlipSchema.parse({
    subjectKind: 'individual',
    name: 'Nguyễn Thị Sáu',
    birthYear: 1958,
    unit: 'Tổ dân phố số 5',
    deed: 'Báo công an bắt hai kẻ trộm xe máy',
    when: 'Tối 12/8/2020',
    where: 'Ngõ 12 phố Cầu Đất',
    witness: 'Đỗ Văn Chứng',
    witnessReach: '0912 000 001',
    ...change,
  });

/** The ward's link for a round: how slips come in by it. */
export async function openWardSlips(ports: Ports, round: RoundId) {
  const asked = { organisation: organisations.wardCommittee.id, round };
  const { secret } = await openSlips(ports, asks(people.wardOfficer), asked);
  let forms = 0;
  async function send(change: object = {}): Promise<{ code: string; id: SlipId }> {
    forms += 1;
    const key = `form-of-slip-${String(forms)}`;
    const code = await takeSlip(ports, { secret, key, bodyHash: key }, newSlip(change));
    const [pointer] = await ports.store.get([keys.publicCode(code)]);
    return { code, id: slipIdSchema.parse(pointer?.body['slip']) };
  }
  return { secret, send };
}
