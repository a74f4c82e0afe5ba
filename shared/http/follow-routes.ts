import { z } from 'zod';
import { follow } from '#shared/use-cases/views/browse.ts';
import { shown } from './answers.ts';
import { publicRoute, type ApiRoute } from './route.ts';

const followRoute = publicRoute(
  {
    path: '/api/follow/:code',
    tag: 'follow',
    summary: { vi: 'Tra cứu hồ sơ bằng mã', en: 'Where a case stands, for whoever has its public code' },
    params: z.object({ code: z.string().max(100) }),
    unknown: 'PublicCodeNotFound',
    answers: shown('Standing, route, days, and where its award is handed over; no name, no reason.'),
    limited: true,
  },
  async ({ ports, params }) => ({ status: 200, body: await follow(ports, params.code) }),
);

export const followRoutes: readonly ApiRoute[] = [followRoute];
