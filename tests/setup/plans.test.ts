import { expect, test } from 'vitest'
import { findKeys, findPlanInForce, frozenPlan } from '~/features/training-plan/frozen-plan.server'
import { database } from '~/platform/database/client.server'
import { makePlan } from './plans'

test('a frozen plan reads back as its document says, its keys apart', async () => {
  const { versionId, document } = await makePlan()
  const plan = await frozenPlan(versionId)
  expect(plan.modules.map(({ slug }) => slug)).toEqual(['primo', 'secondo'])
  expect(plan.modules[0]?.lessons.map(({ hash: _, ...lesson }) => lesson)).toEqual(document.modules[0]?.lessons)
  expect(JSON.stringify(plan)).not.toContain('È la prima')
  const [question] = plan.modules[0]?.questions ?? []
  const keys = await findKeys(database, [question?.keyDigest ?? ''])
  expect([...keys.values()]).toEqual([{ option: 'a', explanation: 'È la prima.' }])
  expect((await findPlanInForce())?.id).toBe(versionId)
})
