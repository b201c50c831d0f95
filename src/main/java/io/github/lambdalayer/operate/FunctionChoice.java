package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which functions are meant: names, patterns in which {@code *} stands for any characters, and tags; what
 * begins with {@code !} is left out whatever else says.
 */
public final class FunctionChoice {

  private static final Pattern SYNTAX =
      Pattern.compile("!?(tag:[^=]+=.*|[a-zA-Z0-9_*-]{1,64})", Pattern.DOTALL);

  private static final String TAG = "tag:";

  private final List<Item> chosen = new ArrayList<>();
  private final List<Item> excluded = new ArrayList<>();

  private FunctionChoice() {}

  /** One name, pattern or tag; the key of a name is empty. */
  private record Item(String key, Pattern pattern, String text) {

    static Item of(String text) {
      if (!text.startsWith(TAG)) {
        return new Item("", glob(text), text);
      }
      int equals = text.indexOf('=');
      return new Item(text.substring(TAG.length(), equals), glob(text.substring(equals + 1)), text);
    }

    private static Pattern glob(String text) {
      return Pattern.compile(
          List.of(text.split("\\*", -1)).stream()
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")),
          Pattern.DOTALL);
    }

    boolean matches(Candidate function) {
      if (key.isEmpty()) {
        return pattern.matcher(function.name()).matches();
      }
      String value = function.tags().get().get(key);
      return value != null && pattern.matcher(value).matches();
    }

    boolean isName() {
      return key.isEmpty() && !text.contains("*");
    }

    boolean isAll() {
      return text.equals("*");
    }
  }

  /**
   * Reads it.
   *
   * @param items for example {@code orders-*}, {@code !orders-old}, {@code tag:team=web}
   * @throws InvalidInputException if one of them is none of these, or nothing is chosen
   */
  public static FunctionChoice parse(List<String> items) {
    var choice = new FunctionChoice();
    for (String item : items) {
      if (!SYNTAX.matcher(item).matches()) {
        throw new InvalidInputException(
            Messages.format(
                "<functions> has '%s': write names of functions such as orders, patterns such as"
                    + " orders-*, or tags such as tag:team=web; ! before one leaves its functions out.",
                item));
      }
      if (item.startsWith("!")) {
        choice.excluded.add(Item.of(item.substring(1)));
      } else {
        choice.chosen.add(Item.of(item));
      }
    }
    if (choice.chosen.isEmpty()) {
      throw new InvalidInputException(
          "<functions> chooses none: name the functions that are to move, for example"
              + " '-DlambdaLayer.functions=orders-*,tag:team=web'; * are all that use the layer.");
    }
    return choice;
  }

  /**
   * A function that may be meant.
   *
   * @param tags its tags, asked for only where they count
   */
  record Candidate(String name, Supplier<Map<String, String>> tags) {}

  /** Whether a function is chosen. */
  boolean matches(Candidate function) {
    return chosen.stream().anyMatch(item -> item.matches(function)) && !isLeftOut(function);
  }

  /** Whether a function is named as it is, and so is surely meant. */
  boolean names(Candidate function) {
    return chosen.stream().anyMatch(item -> item.isName() && item.matches(function))
        && !isLeftOut(function);
  }

  private boolean isLeftOut(Candidate function) {
    return excluded.stream().anyMatch(item -> item.matches(function));
  }

  /** The names that are none of any of these functions. */
  List<String> vainNames(Collection<Candidate> functions) {
    return vain(chosen.stream().filter(Item::isName), functions);
  }

  /** The patterns and tags that none of these functions has, but for {@code *}: all may be none. */
  List<String> vainPatterns(Collection<Candidate> functions) {
    return vain(chosen.stream().filter(item -> !item.isName() && !item.isAll()), functions);
  }

  private static List<String> vain(Stream<Item> items, Collection<Candidate> functions) {
    return items
        .filter(item -> functions.stream().noneMatch(item::matches))
        .map(Item::text)
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return chosen.stream().map(Item::text).collect(Collectors.joining(","))
        + excluded.stream().map(item -> ",!" + item.text()).collect(Collectors.joining());
  }
}
