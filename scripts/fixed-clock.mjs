// Loaded before everything else (node --import): this process lives from the moment that FIXED_CLOCK says, and its
// clock runs on from there. So the pictures show the same days whenever they are taken.
const moment = Date.parse(process.env.FIXED_CLOCK ?? '')
if (Number.isNaN(moment)) throw new Error('FIXED_CLOCK must be a moment, such as 2020-02-10T09:00:00+01:00')

const RealDate = globalThis.Date
const shift = moment - RealDate.now()

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + shift)
    else super(...values)
  }
  static now() {
    return RealDate.now() + shift
  }
}
