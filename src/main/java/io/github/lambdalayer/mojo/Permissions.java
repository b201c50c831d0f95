package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may use the layer: {@code <account>}, {@code <organization>} and {@code <public/>}, each as
 * often as needed, or one text such as {@code account:111122223333,public}. What is wrong is said when
 * the goal runs: what is thrown while Maven fills the bean comes wrapped in Maven's own words.
 */
public final class Permissions {

  private final List<String> elements = new ArrayList<>();
  private final List<String> text = new ArrayList<>();

  /** An element with an id; Maven passes over an empty element whose type is a plain text. */
  public static final class Id {

    private String value = "";

    /** Takes the element's text. */
    public void set(String text) {
      value = text.trim();
    }
  }

  /** An element without content, or with {@code true} or {@code false}. */
  public static final class Flag {

    private String value = "true";

    /** Takes the element's text. */
    public void set(String text) {
      value = text.trim();
    }
  }

  /** Takes the text form, from the command line. */
  public void set(String value) {
    for (String item : value.split(",", -1)) {
      if (!item.isBlank()) {
        text.add(item.trim());
      }
    }
  }

  /** Takes {@code <account>}. */
  public void addAccount(Id account) {
    elements.add("account:" + account.value);
  }

  /** Takes {@code <organization>}. */
  public void addOrganization(Id organization) {
    elements.add("organization:" + organization.value);
  }

  /** Takes {@code <public/>}. */
  public void addPublic(Flag flag) {
    elements.add("public:" + flag.value);
  }

  /** Each once, in the order they were given. */
  List<Permission> asList() {
    return parsed(elements.isEmpty() ? text : elements);
  }

  /** Reads texts, among them {@code public:true} and {@code public:false}; each result once. */
  static List<Permission> parsed(List<String> texts) {
    return texts.stream()
        .filter(text -> !text.equals("public:false"))
        .map(Permissions::parsed)
        .distinct()
        .toList();
  }

  /** Reads the texts of another parameter, which takes no elements; each result once. */
  static List<Permission> parsed(String parameter, List<String> texts) {
    return texts.stream().map(text -> Permission.parse(parameter, text)).distinct().toList();
  }

  private static Permission parsed(String text) {
    if (text.startsWith("public:") && !text.equals("public:true")) {
      throw new InvalidInputException(
          Messages.format(
              "<public> is '%s': write <public/>, or true or false in it.",
              text.substring("public:".length())));
    }
    return Permission.parse(text.equals("public:true") ? "public" : text);
  }

  @Override
  public String toString() {
    return (elements.isEmpty() ? text : elements).toString();
  }
}
