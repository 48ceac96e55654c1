import Glibc
import Lexicon

/// The cost of a query against the dictionary's size, both on logarithmic scales, as SVG that can be read on light and on dark pages.
struct ScalePicture {
    private let figures: [ScaleBenchmark.Figures]
    private let width = 640.0, height = 380.0
    private let left = 70.0, right = 490.0, top = 40.0, bottom = 320.0
    /// Microseconds at the bottom and at the top.
    private let least = 1.0, most = 10_000.0

    init(_ figures: [ScaleBenchmark.Figures]) { self.figures = figures }

    func write(to path: String) throws {
        try writeFile(Array(text.utf8), to: path)
    }

    private func x(_ entities: Int) -> Double {
        let low = log10(Double(figures[0].entities)), high = log10(Double(figures[figures.count - 1].entities))
        return left + (right - left) * (log10(Double(entities)) - low) / max(high - low, 1)
    }

    private func y(_ seconds: Double) -> Double {
        bottom - (bottom - top) * log10(seconds * 1e6 / least) / log10(most / least)
    }

    private var text: String {
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" width="\(Int(width))" height="\(Int(height))" role="img" \
            aria-label="Processor time a query against the number of entities; logarithmic scales">
            """,
            """
            <style>
            text{font:13px system-ui,sans-serif;fill:#24292f}.grid{stroke:#d0d7de}.line{fill:none;stroke-width:2.5}.linear{stroke:#6e7781;stroke-dasharray:5 5}
            .a{stroke:#0969da;fill:#0969da}.b{stroke:#bc4c00;fill:#bc4c00}.c{stroke:#1a7f37;fill:#1a7f37}.label{stroke:none}path.line{fill:none}
            @media(prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#3d444d}.linear{stroke:#9198a1}.a{stroke:#58a6ff;fill:#58a6ff}.b{stroke:#f0883e;fill:#f0883e}.c{stroke:#3fb950;fill:#3fb950}}
            </style>
            """,
            #"<text x="10" y="22">processor time a query</text>"#,
        ]
        for (micros, label) in [(1.0, "1 µs"), (10, "10 µs"), (100, "100 µs"), (1000, "1 ms"), (10_000, "10 ms")] {
            let at = tenth(y(micros / 1e6))
            lines.append(
                #"<path class="grid" d="M\#(tenth(left)) \#(at)H\#(tenth(right))"/><text x="\#(tenth(left - 8))" y="\#(at)" dy="4" text-anchor="end">\#(label)</text>"#
            )
        }
        for figure in figures {
            lines.append(
                #"<text x="\#(tenth(x(figure.entities)))" y="\#(tenth(bottom + 20))" text-anchor="middle">\#(short(figure.entities))</text>"#
            )
        }
        lines.append(
            #"<text x="\#(tenth((left + right) / 2))" y="\#(tenth(bottom + 44))" text-anchor="middle">entities, three names each</text>"#)
        let first = figures[0], last = figures[figures.count - 1]
        let linear = first.misspelt * Double(last.entities) / Double(first.entities)
        lines.append(#"<path class="line linear" d="M\#(point(first.entities, first.misspelt))L\#(clipped(first, linear))"/>"#)
        lines += series("b", "misspelt, 99 of 100", figures.map(\.misspelt99))
        lines += series("a", "misspelt, mean", figures.map(\.misspelt))
        lines += series("c", "exact", figures.map(\.exact))
        lines.append(#"<text x="\#(tenth(right + 10))" y="\#(tenth(top + 4))">linear growth</text>"#)
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }

    /// The end of the line of linear growth, where it leaves the picture or at the largest size.
    private func clipped(_ first: ScaleBenchmark.Figures, _ seconds: Double) -> String {
        let last = figures[figures.count - 1].entities
        guard seconds * 1e6 > most else { return point(last, seconds) }
        return point(Int(Double(first.entities) * most / (first.misspelt * 1e6)), most / 1e6)
    }

    private func series(_ name: String, _ label: String, _ seconds: [Double]) -> [String] {
        let points = zip(figures, seconds).map { point($0.entities, $1) }
        let dots = zip(figures, seconds).map { #"<circle class="\#(name)" cx="\#(tenth(x($0.entities)))" cy="\#(tenth(y($1)))" r="3.5"/>"# }
        let at = y(seconds[seconds.count - 1])
        return [#"<path class="line \#(name)" d="M\#(points.joined(separator: "L"))"/>"#] + dots
            + [#"<text x="\#(tenth(right + 10))" y="\#(tenth(at))" dy="4">\#(label)</text>"#]
    }

    private func point(_ entities: Int, _ seconds: Double) -> String { "\(tenth(x(entities))) \(tenth(y(seconds)))" }

    private func short(_ entities: Int) -> String { entities >= 1_000_000 ? "\(entities / 1_000_000) M" : "\(entities / 1000) k" }

    private func tenth(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
