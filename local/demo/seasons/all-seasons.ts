import type { Season } from '../season-event.ts';
import { ducNhuanSeason } from './duc-nhuan-2026/season.ts';
import { hongBangSeason } from './hong-bang-2020/season.ts';

export const allSeasons: readonly Season[] = [hongBangSeason, ducNhuanSeason];
