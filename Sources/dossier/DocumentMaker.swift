import DossierRender
import DossierSource

/// Pandoc, which makes documents of Word.
struct DocumentMaker {
  /// The command that gets it.
  static let cure = "apt-get install pandoc"

  let program: String

  /// The Pandoc that is on the `PATH`.
  static func find() throws(ProgramFailure) -> DocumentMaker {
    guard let program = SearchPath.find("pandoc") else {
      throw ProgramFailure(
        message: "there is no Pandoc on the PATH", help: "install it with '\(cure)'")
    }
    return DocumentMaker(program: program)
  }

  /// "Pandoc 3.1", its path where it does not say.
  func version() -> String {
    let result = try? ChildProcess(program, ["--version"]).run(timeLimit: .seconds(30))
    let line = result?.output.split(separator: "\n").first { $0.hasPrefix("pandoc ") }
    return line.map { "Pandoc " + $0.dropFirst("pandoc ".count) } ?? program
  }

  /// A handout as a document of Word: headings, notes at the foot, tables, pictures of exhibits.
  ///
  /// - Throws: A ``ProgramFailure`` for whatever comes between.
  func document(of matter: PrintMatter, timeLimit: Duration) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    let document = DocumentMatter(matter.html)
    try DiskFile.write(document.html, to: scratch.path(of: "handout.html"))
    try DiskFile.write(Array(Self.filter.utf8), to: scratch.path(of: "handout.lua"))
    for picture in document.pictures {
      try DiskFile.write(picture.bytes, to: scratch.path(of: picture.name))
    }
    let result = try process(in: scratch, moment: matter.moment).run(timeLimit: timeLimit)
    guard result.end == .code(0) else {
      throw ProgramFailure(program: program, result, timeLimit)
    }
    let docx = (try? scratch.read("document", limit: 1 << 30)) ?? []
    guard docx.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw ProgramFailure(
        message: "\(program) wrote no document", help: ProgramFailure.end(of: result.output))
    }
    return docx
  }

  /// Pandoc dates what it writes by the clock, unless it is told of another time.
  private func process(in scratch: ScratchFolder, moment: PrintMoment) -> ChildProcess {
    let arguments = [
      "--from", "html", "--to", "docx", "--lua-filter", scratch.path(of: "handout.lua"),
      "--resource-path", scratch.path, "--output", scratch.path(of: "document"),
      scratch.path(of: "handout.html"),
    ]
    var process = ChildProcess(program, arguments)
    process.environment["SOURCE_DATE_EPOCH"] = String(moment.seconds)
    return process
  }

  /// What Pandoc cannot know of a handout: its title, what is a note, and what paper alone needs.
  private static let filter = """
    local gone = {
      band = true, contents = true, ['chart-narrow'] = true, ['exhibit-data'] = true,
      ['exhibit-page'] = true, of = true, full = true, ['needed-by'] = true, ['to-fact'] = true,
      ['review-by'] = true, ['note-place'] = true,
    }

    local function is_gone(element)
      for _, class in ipairs(element.classes) do
        if gone[class] then return true end
      end
      return false
    end

    function Span(span)
      if is_gone(span) then return {} end
    end

    function Div(div)
      if is_gone(div) then return {} end
      if div.classes:includes('endnotes') and not div.classes:includes('long') then return {} end
    end

    local function is_call(inline)
      return inline and inline.t == 'Superscript' and #inline.content == 1
        and inline.content[1].t == 'Link' and inline.content[1].target:match('^#note%-')
    end

    -- A note follows its call.
    function Inlines(inlines)
      local result = pandoc.List()
      for _, inline in ipairs(inlines) do
        if inline.t == 'Span' and inline.classes:includes('footnote') then
          if is_call(result[#result]) then result:remove() end
          result:insert(pandoc.Note({pandoc.Para(inline.content)}))
        else
          result:insert(inline)
        end
      end
      return result
    end

    function Pandoc(document)
      document.meta.title = nil
      local function first(header)
        if header.level == 1 and not document.meta.title then
          document.meta.title = pandoc.MetaInlines(header.content)
          return {}
        end
      end
      document.blocks = pandoc.walk_block(pandoc.Div(document.blocks), {Header = first}).content
      return document
    end
    """
}
