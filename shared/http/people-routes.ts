import { z } from 'zod';
import { personIdSchema } from '#shared/domain/id.ts';
import { endSignIns } from '#shared/use-cases/people/end-sign-ins.ts';
import { actAnswers, acted } from './answers.ts';
import { none, route, type ApiRoute } from './route.ts';

const endSignInsRoute = route(
  {
    method: 'POST',
    path: '/api/people/:id/end-sign-ins',
    tag: 'directory',
    summary: {
      vi: 'Đăng xuất một người khỏi mọi trình duyệt',
      en: 'Sign a person out of every browser at once',
    },
    access: { kind: 'officeAct', act: 'endSignIns' },
    params: z.object({ id: personIdSchema }),
    query: none,
    body: none,
    answers: actAnswers,
    act: true,
  },
  async ({ ports, request, params }) => acted(await endSignIns(ports, request, params.id)),
);

export const peopleRoutes: readonly ApiRoute[] = [endSignInsRoute];
