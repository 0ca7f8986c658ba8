import Foundation
import Testing

@testable import DossierSource

@Suite struct ClockTests {
  @Test(arguments: [("0", 0), ("1700000000", 1_700_000_000), ("253402300799", 253_402_300_799)])
  func theVariableDecides(value: String, seconds: Int) throws {
    #expect(try Clock.system(environment: ["SOURCE_DATE_EPOCH": value]) == Clock(now: seconds))
  }

  @Test(arguments: [[:], ["SOURCE_DATE_EPOCH": ""]])
  func withoutItTheSystemDoes(environment: [String: String]) throws {
    let before = Int(Date().timeIntervalSince1970)
    let clock = try Clock.system(environment: environment)
    #expect((before...before + 60).contains(clock.now))
  }

  @Test(arguments: ["now", "-1", "+1", "1.5", " 1", "253402300800", "99999999999999999999", "٣"])
  func whatIsNoMomentIsMisuse(value: String) {
    #expect(throws: ClockError(value: value)) {
      try Clock.system(environment: ["SOURCE_DATE_EPOCH": value])
    }
  }

  @Test func theErrorNamesTheVariableAndTheValue() {
    #expect(
      "\(ClockError(value: "x"))"
        == "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not 'x'")
  }
}
