import { z } from 'zod';
import { RoomLine, RoomStage } from './room.ts';

const name = z.string().trim().min(1).max(40);

export const Phase = z.object({ id: z.uuid(), projectId: z.uuid(), name, code: z.string(), version: z.int() });
export type Phase = z.infer<typeof Phase>;

/** Lifts that the homes of a unit share. */
export const Lifts = z.int().min(1).max(20);

export const BuildingUnit = z.object({
  id: z.uuid(),
  name,
  code: z.string(),
  /** Absent where nobody has said. */
  lifts: Lifts.optional(),
  version: z.int(),
});
export type BuildingUnit = z.infer<typeof BuildingUnit>;

export const Building = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  phaseId: z.uuid().optional(),
  /** 3栋, A座. */
  name,
  /** 3, A: canonical, unique in the project. */
  code: z.string(),
  version: z.int(),
});
export type Building = z.infer<typeof Building>;

const countByStage = z.partialRecord(RoomStage, z.int());

export const BuildingSummary = Building.extend({
  units: z.int(),
  rooms: z.int(),
  /** Highest physical floor. */
  floors: z.int().optional(),
  stages: countByStage,
});
export type BuildingSummary = z.infer<typeof BuildingSummary>;

export const ProjectSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  code: z.string().optional(),
  /** The company above it. */
  companyName: z.string().optional(),
  buildings: z.int(),
  rooms: z.int(),
  stages: countByStage,
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

/** A label for each room of a building, contributed by a later capability: a way of colouring the grid. */
export const GridColouring = z.object({
  /** `segments.activity` */
  key: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  /** Quiet to loud; the depth of the colour follows the order. */
  values: z.array(
    z.object({
      value: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      /** `attention` is amber, its ring what is further gone, `faint` dashed, `late` red; the others are a depth of one colour. */
      tone: z.enum(['depth', 'attention', 'attention-ring', 'faint', 'late', 'none']).default('depth'),
    }),
  ),
  /** By room id; a room without a label is absent. */
  rooms: z.record(z.uuid(), z.object({ value: z.string(), note: z.string().optional() })),
});
export type GridColouring = z.infer<typeof GridColouring>;

/** A building as a grid: all its units and rooms at once. */
export const BuildingGrid = z.object({
  building: Building,
  projectName: z.string(),
  phaseName: z.string().optional(),
  units: z.array(BuildingUnit),
  rooms: z.array(RoomLine),
  colourings: z.array(GridColouring),
});
export type BuildingGrid = z.infer<typeof BuildingGrid>;
