package io.spotwright.model.constraint;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that some expressions over one label key allow: label values, and possibly the absence
 * of the label. Kept in one form only, so that equal sets built from bounds and lists are equal.
 *
 * @param complement whether {@code values} are the ones ruled out rather than the ones allowed
 * @param least smallest integer allowed, {@code null}: values need not be integers from below; only
 *     with {@code complement}
 * @param most largest integer allowed, likewise
 * @param absent whether a node without the label is allowed
 * @param minValues Karpenter's least number of distinct values that must stay possible
 */
public record ValueSet(
    boolean complement,
    SortedSet<String> values,
    @Nullable Long least,
    @Nullable Long most,
    boolean absent,
    @Nullable Integer minValues) {

  /** No condition at all. */
  public static final ValueSet ANY = new ValueSet(true, List.of(), null, null, true, null);

  private static final ValueSet NOTHING = new ValueSet(false, List.of(), null, null, false, null);

  public ValueSet {
    boolean contradictory = least != null && most != null && least > most;
    complement = complement && !contradictory;
    SortedSet<String> kept = new TreeSet<>(values);
    if (contradictory) {
      kept.clear();
    } else {
      Long from = least;
      Long to = most;
      kept.removeIf(value -> !isWithin(value, from, to));
    }
    values = Collections.unmodifiableSortedSet(kept);
    if (!complement) {
      least = null;
      most = null;
    }
  }

  private ValueSet(
      boolean complement,
      List<String> values,
      @Nullable Long least,
      @Nullable Long most,
      boolean absent,
      @Nullable Integer minValues) {
    this(complement, new TreeSet<>(values), least, most, absent, minValues);
  }

  /** What one expression allows; nothing when the bound of Gt and its kin is no integer. */
  public static ValueSet of(Requirement requirement) {
    ValueSet set =
        switch (requirement.operator()) {
          case IN -> new ValueSet(false, requirement.values(), null, null, false, null);
          case NOT_IN -> new ValueSet(true, requirement.values(), null, null, true, null);
          case EXISTS -> new ValueSet(true, List.of(), null, null, false, null);
          case DOES_NOT_EXIST -> new ValueSet(false, List.of(), null, null, true, null);
          case GT, GTE, LT, LTE -> bounded(requirement);
        };
    return new ValueSet(
        set.complement, set.values, set.least, set.most, set.absent, requirement.minValues());
  }

  private static ValueSet bounded(Requirement requirement) {
    Long bound = requirement.values().isEmpty() ? null : parse(requirement.values().getFirst());
    if (bound == null) {
      return NOTHING;
    }
    return switch (requirement.operator()) {
      case GT -> bound == Long.MAX_VALUE ? NOTHING : between(bound + 1, null);
      case GTE -> between(bound, null);
      case LT -> bound == Long.MIN_VALUE ? NOTHING : between(null, bound - 1);
      default -> between(null, bound);
    };
  }

  private static ValueSet between(@Nullable Long least, @Nullable Long most) {
    return new ValueSet(true, List.of(), least, most, false, null);
  }

  /** What both allow. */
  public ValueSet and(ValueSet other) {
    SortedSet<String> both = new TreeSet<>(values);
    if (complement && other.complement) {
      both.addAll(other.values);
    } else if (complement) {
      both = new TreeSet<>(other.values);
      both.removeAll(values);
    } else if (other.complement) {
      both.removeAll(other.values);
    } else {
      both.retainAll(other.values);
    }
    return new ValueSet(
        complement && other.complement,
        both,
        least == null || (other.least != null && other.least > least) ? other.least : least,
        most == null || (other.most != null && other.most < most) ? other.most : most,
        absent && other.absent,
        minValues == null || (other.minValues != null && other.minValues > minValues)
            ? other.minValues
            : minValues);
  }

  /** Whether a label with this value ({@code null}: no such label) is allowed. */
  public boolean contains(@Nullable String value) {
    if (value == null) {
      return absent;
    }
    return complement
        ? isWithin(value, least, most) && !values.contains(value)
        : values.contains(value);
  }

  /** Whether some value is allowed; integers between bounds are thought of in plain spelling. */
  public boolean hasValue() {
    if (!complement) {
      return !values.isEmpty();
    }
    if (least == null || most == null) {
      return true;
    }
    long span = most - least;
    if (span < 0 || span >= values.size()) { // below zero: more integers than a long counts
      return true;
    }
    for (long number = least; number <= most; number++) {
      if (!values.contains(Long.toString(number))) {
        return true;
      }
    }
    return false;
  }

  /** Whether neither a value nor the absence of the label is allowed. */
  public boolean isEmpty() {
    return !absent && !hasValue();
  }

  private static boolean isWithin(String value, @Nullable Long least, @Nullable Long most) {
    if (least == null && most == null) {
      return true;
    }
    Long number = parse(value);
    return number != null && (least == null || number >= least) && (most == null || number <= most);
  }

  private static @Nullable Long parse(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
