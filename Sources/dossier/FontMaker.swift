import DossierSource

/// A Python with fontTools, which makes small files of open fonts.
struct FontMaker {
  /// The commands that get it, and the fonts.
  static let cure =
    "pip install fonttools brotli fontpkg-source-serif-4 fontpkg-source-sans-3"

  /// The files that it makes, the style sheet that names those of pages last.
  static let names =
    whole
    + faces.flatMap { face in
      ["latin", "western", "extended", "cyrillic"].map { face + "-" + $0 + ".woff2" }
    } + ["OFL.txt", "fonts.css"]

  /// Those of them that have all letters of a face: for PDFs and share images, whose programs do not
  /// put a face together of its parts as browsers do.
  static let whole = faces.map { $0 + ".ttf" }

  private static let faces = ["text", "text-bold", "text-italic", "sans", "sans-bold"]

  let program: String

  /// The Python that is on the `PATH`.
  static func find() throws(ProgramFailure) -> FontMaker {
    guard let program = SearchPath.find("python3") else {
      throw ProgramFailure(
        message: "there is no Python on the PATH",
        help: "install it, and then the fonts with '\(cure)'")
    }
    return FontMaker(program: program)
  }

  /// The files, by their names.
  ///
  /// - Throws: A ``ProgramFailure`` where Python lacks what it needs, or fails.
  func files(timeLimit: Duration) throws -> [(name: String, bytes: [UInt8])] {
    let scratch = try ScratchFolder()
    let script = scratch.path(of: "fonts.py")
    try DiskFile.write(Array(FontScript.text.utf8), to: script)
    let result = try ChildProcess(program, [script, scratch.path]).run(timeLimit: timeLimit)
    if result.end == .code(FontScript.lacking) {
      throw ProgramFailure(
        message: "\(program) has no fontTools with brotli, or the fonts are not there",
        help: "in a virtual environment: " + Self.cure)
    }
    guard result.end == .code(0) else { throw ProgramFailure(program: program, result, timeLimit) }
    return try Self.names.map { name in
      guard let bytes = try? scratch.read(name, limit: 1 << 24), !bytes.isEmpty else {
        throw ProgramFailure(
          message: "\(program) wrote no '\(name)'", help: ProgramFailure.end(of: result.output))
      }
      return (name, bytes)
    }
  }
}

/// What Python is asked to do.
private enum FontScript {
  /// The exit code by which it says that something is not installed.
  static let lacking: Int32 = 64

  /// Fixed weights, since browsers put a variable font into a PDF as drawings of its letters. The files
  /// bear no name or one of ours: "Source" is reserved for the fonts as their makers made them (SIL Open
  /// Font License 1.1, condition 3).
  ///
  /// A face that stands in until a font is there takes its place to the pixel: `size-adjust` is the
  /// quotient of the widths of English text, weighed by how frequent letters are, and the overrides are
  /// the font's own measures divided by it (CSS Fonts 5, 4.9).
  static let text = #"""
    import os, sys
    try:
        import brotli, fontpkg_source_serif_4, fontpkg_source_sans_3
        from fontTools.subset import Options, Subsetter
        from fontTools.ttLib import TTFont
        from fontTools.varLib import instancer
    except ImportError:
        sys.exit(64)

    os.environ['SOURCE_DATE_EPOCH'] = '0'
    out = sys.argv[1]
    serif = os.path.dirname(fontpkg_source_serif_4.__file__)
    sans = os.path.dirname(fontpkg_source_sans_3.__file__)
    faces = [
        ('text', serif, 'SourceSerif4[opsz,wght].ttf', {'wght': 400, 'opsz': 14}),
        ('text-bold', serif, 'SourceSerif4[opsz,wght].ttf', {'wght': 700, 'opsz': 14}),
        ('text-italic', serif, 'SourceSerif4-Italic[opsz,wght].ttf', {'wght': 400, 'opsz': 14}),
        ('sans', sans, 'SourceSans3[wght].ttf', {'wght': 400}),
        ('sans-bold', sans, 'SourceSans3[wght].ttf', {'wght': 600}),
    ]
    scripts = {
        'latin': '20-7E,A0,A3,A7,A9,AB,AD,B0,B2-B3,B7,BB,D7,F7,2BC,2009-200A,2010-2014,2018-201E,2022,'
                 '2026,202F,20AC,2116,2190-2193,2212,2248',
        'western': 'A1-A2,A4-A6,A8,AA,AC,AE-AF,B1,B4-B6,B8-BA,BC-D6,D8-F6,F8-FF,131,152-153,2C6,2DA,'
                   '2DC,2002-2008,2015,2020-2021,2030,2032-2033,2039-203A,2044,2122,2194-2195,'
                   '2260-2265',
        'extended': '100-130,132-151,154-17F,218-21B',
        'cyrillic': '301,400-45F,490-491',
    }
    # What English and Ukrainian are set in is small: letters with marks are parts of their own.
    # The share of each letter in English text, in tenths of a percent, and the widths of the face that
    # stands in: those of Times and Arial, and of all that were made to fit in their place.
    share = dict(zip(' etaoinshrdlcumwfgypbvk', (
        180, 102, 75, 65, 62, 57, 57, 53, 50, 49, 35, 33, 23, 23, 20, 19, 18, 17, 16, 16, 12, 8, 6)))
    widths = {
        'text': (250, 444, 278, 444, 500, 278, 500, 389, 500, 333, 500, 278, 444, 500, 778, 722, 333,
                 500, 500, 500, 500, 500, 500),
        'text-bold': (250, 444, 333, 500, 500, 278, 556, 389, 556, 444, 556, 278, 444, 556, 833, 722,
                      333, 500, 500, 556, 556, 500, 556),
        'sans': (278, 556, 278, 556, 556, 222, 556, 500, 556, 333, 556, 222, 500, 556, 833, 722, 278,
                 556, 500, 556, 556, 500, 500),
        'sans-bold': (278, 556, 333, 556, 611, 278, 611, 556, 611, 389, 611, 278, 556, 611, 889, 778,
                      333, 611, 556, 611, 611, 556, 556),
    }
    local = {
        'text': ('Times New Roman', 'Liberation Serif', 'Tinos'),
        'sans': ('Arial', 'Liberation Sans', 'Arimo'),
    }

    def codes(ranges):
        for part in ranges.split(','):
            ends = [int(end, 16) for end in part.split('-')]
            yield from range(ends[0], ends[-1] + 1)

    def cut(path, ranges, names):
        options = Options()
        options.layout_features = ['kern', 'liga', 'lnum', 'tnum', 'locl', 'ccmp', 'mark']
        options.name_IDs = [0, 13, 14] + names
        options.hinting = False
        options.notdef_outline = True
        font = TTFont(path, recalcTimestamp=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=list(codes(ranges)))
        subsetter.subset(font)
        font['head'].modified = font['head'].created
        return font

    css = []
    for name, folder, file, axes in faces:
        source = os.path.join(folder, 'files', file)
        whole = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
        cmap, widths_of = whole.getBestCmap(), whole['hmtx']
        family = 'Dossier Text' if name.startswith('text') else 'Dossier Sans'
        style = {'italic': ';font-style:italic', 'bold': ';font-weight:600 700'}.get(
            name.partition('-')[2], ';font-weight:400')
        plain = os.path.join(out, 'whole-' + name)
        whole.save(plain)
        for script, ranges in scripts.items():
            part = cut(plain, ranges, [])
            part.flavor = 'woff2'
            part.save(os.path.join(out, '%s-%s.woff2' % (name, script)), reorderTables=True)
            covered = ','.join('U+' + part for part in ranges.split(','))
            css.append('@font-face{font-family:"%s";src:url(fonts/%s-%s.woff2) format("woff2")%s;'
                       'font-display:swap;unicode-range:%s}' % (family, name, script, style, covered))
        all = cut(plain, ','.join(scripts.values()), [1, 2, 4, 6])
        form = (name.partition('-')[2] or 'regular').capitalize()
        for number, words in ((1, family), (2, form), (4, family + ' ' + form),
                              (6, family.replace(' ', '') + '-' + form)):
            all['name'].setName(words, number, 3, 1, 0x409)
        all.save(os.path.join(out, name + '.ttf'), reorderTables=True)
        if name not in widths:
            continue
        em, hhea = whole['head'].unitsPerEm, whole['hhea']
        own = sum(widths_of[cmap[ord(letter)]][0] * n for letter, n in share.items()) / em * 1000
        other = sum(width * n for width, n in zip(widths[name], share.values()))
        size = own / other
        percent = lambda number: '%.4g%%' % (100 * number)
        base, _, weight = name.partition('-')
        faces_there = [face + (' Bold' if weight else '') for face in local[base]]
        css.append('@font-face{font-family:"%s Stand-in";src:%s%s;size-adjust:%s;ascent-override:%s;'
                   'descent-override:%s;line-gap-override:%s}' % (
            family, ','.join('local("%s")' % face for face in faces_there), style, percent(size),
            percent(hhea.ascent / em / size), percent(-hhea.descent / em / size),
            percent(hhea.lineGap / em / size)))
    css.append(':root{--made-text:"Dossier Text","Dossier Text Stand-in";'
               '--made-sans:"Dossier Sans","Dossier Sans Stand-in"}')
    with open(os.path.join(out, 'OFL.txt'), 'w') as licence:
        for folder in (serif, sans):
            licence.write(open(os.path.join(folder, 'LICENSE')).read().strip() + '\n\n')
    with open(os.path.join(out, 'fonts.css'), 'w') as file:
        file.write("/* Made by 'dossier fonts'. */\n" + '\n'.join(css) + '\n')
    """#
}
