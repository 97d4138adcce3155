package io.spotwright.cli;

import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void anUnknownVerbSuggestsTheNearest() {
    Transcript.of("", "plam")
        .isRefusedWith(
            "spotwright: unknown verb 'plam'; did you mean plan?; see spotwright --help");
  }

  @Test
  void unknownOptionsAreAllNamedWithTheNearest() {
    Transcript.of("", "plan", "--zone", "--famlies=D", "x.yaml")
        .isRefusedWith(
            "spotwright: unknown option '--zone'; did you mean --zones?; see spotwright plan"
                + " --help",
            "spotwright: unknown option '--famlies'; did you mean --families?; see spotwright plan"
                + " --help");
  }

  @Test
  void anOptionWithoutItsValueSaysWhatIsMissing() {
    Transcript.of("", "plan", "x.yaml", "--zones")
        .isRefusedWith("spotwright: --zones needs a value: LIST; see spotwright plan --help");
  }

  @Test
  void wrongValuesAreAllReportedAtOnce() {
    Transcript.of(
            "",
            "plan",
            "--time-limit=2x",
            "--max-pool-share=20",
            "--binding=exakt",
            "--zones=1,,2",
            "--max-vcpus=-3",
            "--capacity-type=sport",
            "--seed=x")
        .isRefusedWith(
            "spotwright: plan: nothing to plan; name files or folders of Kubernetes manifests, or -"
                + " for standard input",
            "spotwright: --zones: '1,,2' has an empty element; separate values by one comma",
            "spotwright: --max-vcpus: '-3' is not a whole number from 1 to 10000",
            "spotwright: --capacity-type: 'sport' is not known; did you mean spot?; choose one of"
                + " spot, on-demand",
            "spotwright: --max-pool-share: '20' is out of range; write 20% when you mean per cent",
            "spotwright: --time-limit: '2x' is not a duration; write for instance 500ms, 2s or 1m",
            "spotwright: --seed: 'x' is not a whole number",
            "spotwright: --binding: 'exakt' is not known; did you mean exact?; choose one of"
                + " default, exact");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Transcript.of("", "plan", "no/such/file.yaml", "--policy", "no/policy.yaml")
        .isRefusedWith(
            "spotwright: no/such/file.yaml: does not exist; check the path",
            "spotwright: no/policy.yaml: does not exist; check the path");
  }

  @Test
  void anUnknownRegionSuggestsTheNearest() {
    Transcript.of("", "plan", "-", "--region", "westeuropa")
        .isRefusedWith("spotwright: plan: unknown region 'westeuropa'; did you mean westeurope?");
  }

  @Test
  void unknownFamiliesAndZonesAreNamed() {
    Transcript.of("", "plan", "-", "--region", "westeurope", "--families", "Dasv9", "--zones", "7")
        .isRefusedWith(
            "spotwright: plan: no VM size of family 'Dasv9'; did you mean Dasv4, Dasv5, Dasv6?",
            "spotwright: plan: no zone '7'; known: westeurope-1, westeurope-2, westeurope-3");
  }

  @Test
  void filtersThatLeaveNothingSayWhichToLoosen() {
    Transcript.of("", "plan", "-", "--families", "M", "--max-vcpus", "1")
        .isRefusedWith(
            "spotwright: plan: no VM size is left to buy from; loosen --families, --max-vcpus,"
                + " --zones, --capacity-type or the policy's requirements");
  }
}
