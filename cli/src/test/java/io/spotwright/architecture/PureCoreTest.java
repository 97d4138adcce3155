package io.spotwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A decision is a function of its arguments: core neither asks the machine nor touches it. */
class PureCoreTest {
  private static final Set<String> JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  /** Reads of the clock, of chance and of the environment; time and seeds are parameters. */
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.identityHashCode",
          "java.lang.Thread.sleep",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.time.InstantSource.system",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault");

  @Test
  void usesJavaBaseAlone() {
    classes()
        .that(Code.CORE)
        .should()
        .onlyDependOnClassesThat(Code.CORE.or(IN_JAVA_BASE).or(JSPECIFY))
        .check(Code.MAIN);
  }

  @Test
  void readsAndWritesNothing() {
    noClasses()
        .that(Code.CORE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels.."))
        .check(Code.MAIN);
  }

  @Test
  void asksNoClockNoChanceAndNoEnvironment() {
    noClasses()
        .that(Code.CORE)
        .should()
        .accessTargetWhere(IS_AMBIENT)
        .as("core reads no clock, no chance without a seed and no environment")
        .check(Code.MAIN);
  }

  @Test
  void theRuleAboveWouldNoticeAnUnseededRandom() {
    var classes = new ClassFileImporter().importClasses(Careless.class);

    assertThat(
            noClasses().should().accessTargetWhere(IS_AMBIENT).evaluate(classes).getFailureReport())
        .satisfies(report -> assertThat(report.getDetails()).hasSize(2));
  }

  private static final DescribedPredicate<JavaClass> IN_JAVA_BASE =
      DescribedPredicate.describe(
          "in java.base",
          type ->
              type.getBaseComponentType().isPrimitive()
                  || JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));

  private static final DescribedPredicate<JavaClass> JSPECIFY =
      resideInAnyPackage("org.jspecify.annotations");

  private static final DescribedPredicate<JavaAccess<?>> IS_AMBIENT =
      DescribedPredicate.describe("asks the machine", access -> isAmbient(access.getTarget()));

  private static boolean isAmbient(AccessTarget target) {
    String owner = target.getOwner().getFullName();
    String name = owner + "." + target.getName();
    boolean now = owner.startsWith("java.time.") && target.getName().matches("now|system.*");
    boolean unseeded =
        owner.startsWith("java.util.")
            && owner.endsWith("Random")
            && target instanceof AccessTarget.ConstructorCallTarget constructor
            && constructor.getRawParameterTypes().isEmpty();
    return now || unseeded || AMBIENT.contains(name);
  }

  /** Breaks the rule twice. */
  static final class Careless {
    static long roll() {
      return System.nanoTime() + new Random().nextInt();
    }
  }
}
