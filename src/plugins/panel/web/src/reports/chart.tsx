/** Bars and lines over time; loaded when one is first shown. */
import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

export interface Series {
  readonly label: string
  readonly kind: 'bar' | 'line'
  readonly color: 'primary' | 'success' | 'warning' | 'error'
  /** On which side its scale stands. */
  readonly side: 'left' | 'right'
  readonly values: readonly (number | null)[]
}

interface ChartProps {
  /** Of what stands side by side. */
  readonly names: readonly string[]
  readonly series: readonly Series[]
  /** What the scales are of. */
  readonly left: string
  readonly right?: string
}

const HEIGHT = 240
/** Pixels that the name of one place takes. */
const LABEL_WIDTH = 90

/** Bars that do not begin at nothing would tell of differences that are none. */
const fromZero = (_: uPlot, least: number, most: number): [number, number] => [
  Math.min(0, least * 1.1),
  Math.max(1e-9, most * 1.1),
]

export default function Chart({ names, series, left, right }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const { text, divider } = theme.palette
    const grid = { stroke: divider, width: 1 }
    const axis = { stroke: text.secondary, grid, ticks: grid, labelSize: 22 }
    const bars = uPlot.paths.bars?.({ size: [0.7, 40] })
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { live: false },
        scales: {
          x: { time: false, range: [-0.6, Math.max(0.6, names.length - 0.4)] },
          left: { range: fromZero },
          right: { range: fromZero },
        },
        axes: [
          {
            ...axis,
            splits: ({ width }) => {
              const each = Math.ceil(names.length / Math.max(1, Math.floor(width / LABEL_WIDTH)))
              return names.map((_, index) => index).filter((index) => index % each === 0)
            },
            values: (_, splits) => splits.map((index) => names[index]?.slice(5, 16) ?? ''),
          },
          { ...axis, scale: 'left', label: left },
          ...(right === undefined ? [] : [{ ...axis, scale: 'right', side: 1, grid: { show: false }, label: right }]),
        ],
        series: [
          {},
          ...series.map(({ label, kind, color, side }): uPlot.Series => {
            const stroke = theme.palette[color].main
            return {
              label,
              scale: side,
              stroke,
              points: { show: false },
              ...(kind === 'line' ? { width: 2 } : { fill: stroke, ...(bars && { paths: bars }) }),
            }
          }),
        ],
      },
      [names.map((_, index) => index), ...series.map(({ values }) => [...values])],
      element,
    )
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }))
    resized.observe(element)
    return () => {
      resized.disconnect()
      plot.destroy()
    }
  }, [names, series, left, right, theme])
  // The table below it has the same figures, for who does not see it.
  return <Box ref={place} aria-hidden sx={{ minHeight: HEIGHT + 40, overflow: 'hidden' }} />
}
