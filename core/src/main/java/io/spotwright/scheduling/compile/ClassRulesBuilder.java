package io.spotwright.scheduling.compile;

/** Collects the rules of one class while the counters are still being found. */
final class ClassRulesBuilder {
  final IntList hard = new IntList();
  final IntList hardSkew = new IntList();
  final IntList hardMinDomains = new IntList();
  final IntList hardSelf = new IntList();
  final IntList soft = new IntList();
  final IntList softSkew = new IntList();
  final IntList affinity = new IntList();
  final IntList anti = new IntList();
  final IntList existingAnti = new IntList();
  final IntList counted = new IntList();
  boolean opensSeries;
  int softEligibility = -1;
  private final IntList score = new IntList();
  private final IntList scoreWeight = new IntList();

  void score(int counter, int weight) {
    if (weight != 0) {
      score.add(counter);
      scoreWeight.add(weight);
    }
  }

  ClassRules build() {
    return new ClassRules(
        hard.toArray(),
        hardSkew.toArray(),
        hardMinDomains.toArray(),
        hardSelf.toArray(),
        soft.toArray(),
        softSkew.toArray(),
        softEligibility,
        affinity.toArray(),
        opensSeries,
        anti.toArray(),
        existingAnti.toArray(),
        score.toArray(),
        scoreWeight.toArray(),
        counted.toArray());
  }
}
