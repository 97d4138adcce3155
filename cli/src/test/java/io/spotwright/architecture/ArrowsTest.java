package io.spotwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dependencies go one way: core is known by all, the command line by nobody. */
class ArrowsTest {

  @Test
  void everyPartOfTheProgramIsSeenByTheseRules() {
    for (String part :
        List.of(
            Code.MODEL,
            Code.MARKET,
            Code.SCHEDULING,
            Code.PACKING,
            Code.KUBERNETES,
            Code.AZURE,
            Code.CLI)) {
      assertThat(Code.MAIN.that(resideInAnyPackage(part))).as(part).isNotEmpty();
    }
  }

  @Test
  void insideCoreModelIsKnownByMarketThenSchedulingThenPacking() {
    mayUse(Code.MODEL);
    mayUse(Code.MARKET, Code.MODEL);
    mayUse(Code.SCHEDULING, Code.MARKET, Code.MODEL);
    mayUse(Code.PACKING, Code.SCHEDULING, Code.MARKET, Code.MODEL);
  }

  @Test
  void readersKnowCoreAndNotEachOther() {
    mayUse(Code.KUBERNETES, Code.MODEL, Code.MARKET, Code.SCHEDULING, Code.PACKING);
    mayUse(Code.AZURE, Code.MODEL, Code.MARKET, Code.SCHEDULING, Code.PACKING);
  }

  /**
   * A package with packages below it may be both their face and what they share, so it is left out:
   * the packages below must still do without each other's users.
   */
  @Test
  void noTwoPackagesNeedEachOther() {
    slices().assignedFrom(new LeafPackages()).should().beFreeOfCycles().check(Code.MAIN);
  }

  @Test
  void thePomOfCoreNamesNoDependency() throws IOException {
    String pom = Files.readString(Path.of("..", "core", "pom.xml"));

    assertThat(pom).contains("<artifactId>spotwright-core</artifactId>");
    assertThat(pom.replaceAll("(?s)<dependency>.*?<scope>test</scope>.*?</dependency>", ""))
        .as("core runs on the JDK alone")
        .doesNotContain("<dependency>");
  }

  /** Of our own packages, {@code from} may use itself and {@code targets}. */
  private static void mayUse(String from, String... targets) {
    classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(
            not(Code.OURS).or(resideInAnyPackage(from)).or(resideInAnyPackage(targets)))
        .check(Code.MAIN);
  }

  private static final class LeafPackages implements SliceAssignment {
    private static final Set<String> PARENTS =
        Code.MAIN.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .collect(Collectors.toSet());

    @Override
    public String getDescription() {
      return "packages without packages below them";
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return PARENTS.contains(name) ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
    }
  }
}
