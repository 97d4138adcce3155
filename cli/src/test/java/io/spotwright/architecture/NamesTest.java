package io.spotwright.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

/** Names are nouns of the domain; a name that says nothing hides a thing that has no purpose. */
class NamesTest {

  @Test
  void noClassIsNamedAfterAPattern() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers|Manager|Constants)")
        .check(Code.MAIN);
  }

  @Test
  void noPackageIsADrawer() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..common..", "..util..", "..utils..", "..impl..", "..helper..", "..misc..")
        .check(Code.MAIN);
  }

  @Test
  void classesAreFinalUnlessMadeToBeExtended() {
    classes()
        .that(ARE_PLAIN)
        .should(have(DescribedPredicate.describe("modifier final", NamesTest::isClosed)))
        .check(Code.MAIN);
  }

  private static final DescribedPredicate<JavaClass> ARE_PLAIN =
      DescribedPredicate.describe(
          "are neither interfaces, enums nor anonymous",
          type -> !type.isInterface() && !type.isEnum() && !type.isAnonymousClass());

  private static boolean isClosed(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        || type.getModifiers().contains(JavaModifier.ABSTRACT);
  }
}
