package io.spotwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled code the rules look at, and the names of its parts. */
final class Code {
  static final String MODEL = "io.spotwright.model..";
  static final String MARKET = "io.spotwright.market..";
  static final String SCHEDULING = "io.spotwright.scheduling..";
  static final String PACKING = "io.spotwright.packing..";
  static final String KUBERNETES = "io.spotwright.kubernetes..";
  static final String AZURE = "io.spotwright.azure..";
  static final String CLI = "io.spotwright.cli..";

  static final DescribedPredicate<JavaClass> CORE =
      resideInAnyPackage(MODEL, MARKET, SCHEDULING, PACKING).as("core");
  static final DescribedPredicate<JavaClass> OURS =
      resideInAPackage("io.spotwright..").as("our own code");

  /** Main code of every module but bench, which depends on all of them and nothing on it. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.spotwright");

  private Code() {}
}
