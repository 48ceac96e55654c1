extension PageFormat {
    /// The page's style: the system's fonts, two columns with the joint between them, twelve colours a reader can tell apart.
    static let style = """
        :root { color-scheme: light dark; --page: #fdfdfb; --ink: #1d1d1b; --faint: #6d6a63; --line: #e2e0d9; --alone: #f3f1ea;
          --sure: 1; --good: #2f8458; --fair: #b97f0f; --poor: #c1402a; --figure: #ebe8df;
          --c0: #ffe0ad; --c1: #cde6ff; --c2: #d5efc8; --c3: #f9d2e5; --c4: #e2daff; --c5: #c3ede6; --c6: #ffd3c4; --c7: #ece59a;
          --c8: #d6e0ea; --c9: #f0d9f7; --c10: #dcebb0; --c11: #f1dccb; }
        @media (prefers-color-scheme: dark) { :root { --page: #171716; --ink: #ebe9e3; --faint: #9f9b91; --line: #35342f; --alone: #201f1c;
          --good: #58b585; --fair: #d9a33a; --poor: #ea7058; --figure: #35332d;
          --c0: #5f4314; --c1: #1b4570; --c2: #2b5220; --c3: #642946; --c4: #443782; --c5: #17534c; --c6: #6b301f; --c7: #524c0f;
          --c8: #3a4756; --c9: #59306a; --c10: #42501a; --c11: #57412f; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 82rem; padding: 2rem 1.5rem 4rem; background: var(--page); color: var(--ink);
          font: 1rem/1.6 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
        header { border-bottom: 2px solid var(--ink); padding-bottom: .75rem; }
        .files { margin: 0; font-weight: 600; } .summary { margin: .15rem 0 .5rem; color: var(--faint); }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .8125rem; color: var(--faint); }
        .legend .bar { display: inline-block; width: 1.75rem; margin: 0 .4rem .15rem 0; vertical-align: middle; }
        .bead { display: grid; grid-template-columns: minmax(0, 1fr) 6rem minmax(0, 1fr); border-bottom: 1px solid var(--line); }
        .bead > div { padding: .75rem 0; } .bead p { margin: 0 0 .35rem; } .bead p:last-child { margin: 0; }
        .bead:first-child { font-size: 1.25rem; font-weight: 650; }
        .persian { font-family: "Vazirmatn", "Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; line-height: 1.9; text-align: right; }
        .alone { background: var(--alone); } .alone > div:first-child { padding-left: .5rem; } .alone > div:last-child { padding-right: .5rem; }
        .nothing { color: var(--faint); font-size: .8125rem; font-weight: 400; font-style: normal; opacity: .85; }
        .joint { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .2rem; padding: 0 .75rem; font-size: .75rem;
          font-weight: 400; color: var(--faint); font-variant-numeric: tabular-nums; line-height: 1.3; }
        .joint b { font-weight: 400; opacity: .6; }
        .bar { display: block; width: 3.25rem; height: .35rem; border-radius: .2rem; --tint: var(--good);
          background: linear-gradient(to right, var(--tint) calc(var(--sure) * 100%), var(--line) 0); }
        .likely .bar { --tint: var(--fair); } .unsure .bar { --tint: var(--poor); }
        .unsure .percent { color: var(--poor); font-weight: 600; } .moved { font-size: .9rem; line-height: 1; }
        mark { background: var(--figure); color: inherit; border-radius: .2rem; margin: 0 -.1rem; padding: .05rem .1rem; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
        mark.person { border-bottom: 2px solid color-mix(in srgb, currentColor 45%, transparent); }
        mark.organization { border-bottom: 3px double color-mix(in srgb, currentColor 50%, transparent); }
        mark.place { border-bottom: 2px dotted color-mix(in srgb, currentColor 60%, transparent); }
        .c0 { background: var(--c0); } .c1 { background: var(--c1); } .c2 { background: var(--c2); } .c3 { background: var(--c3); }
        .c4 { background: var(--c4); } .c5 { background: var(--c5); } .c6 { background: var(--c6); } .c7 { background: var(--c7); }
        .c8 { background: var(--c8); } .c9 { background: var(--c9); } .c10 { background: var(--c10); } .c11 { background: var(--c11); }
        .names { margin-top: 2.5rem; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; } th { color: var(--faint); font-weight: 500; font-size: .8125rem; }
        th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
        td[dir=rtl] { text-align: right; padding-right: 1.5rem; } th:nth-child(2) { text-align: right; padding-right: 1.5rem; }
        td:nth-child(4) { color: var(--faint); font-size: .8125rem; overflow-wrap: anywhere; } td:last-child { font-variant-numeric: tabular-nums; }
        @media (max-width: 46rem) { .bead { grid-template-columns: 1fr; padding: .5rem 0; } .bead > div { padding: .25rem 0; }
          .joint { flex-direction: row; justify-content: flex-start; order: -1; gap: .6rem; } .alone > div { padding: .25rem .5rem; } }
        @media print { :root { color-scheme: light; --page: #fff; } body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.45; }
          .bead { break-inside: avoid; grid-template-columns: minmax(0, 1fr) 4.5rem minmax(0, 1fr); } .bead > div { padding: .35rem 0; }
          .bar, mark, .alone { -webkit-print-color-adjust: exact; print-color-adjust: exact; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        """
}
