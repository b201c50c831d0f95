package io.github.lambdalayer.layer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may use a layer version: one statement of its policy. The text form is {@code
 * account:111122223333}, {@code organization:o-a1b2c3d4e5} or {@code public}.
 */
public sealed interface Permission {

  /** The parameter that says whom a layer is for. */
  String PERMISSIONS = "permissions";

  /** The statement's id: derived from the permission alone, so that it is the same in every run. */
  String statementId();

  /** The principal as AddLayerVersionPermission takes it: an account, or {@code *}. */
  String principal();

  /** The organization that a principal of {@code *} is narrowed to. */
  default Optional<String> organizationId() {
    return Optional.empty();
  }

  /**
   * Reads the text form of the parameter {@code permissions}.
   *
   * @throws InvalidInputException if the text is none of the three forms, or an id is malformed
   */
  static Permission parse(String text) {
    return parse(PERMISSIONS, text);
  }

  /**
   * Reads the text form.
   *
   * @param parameter which parameter has it, for the message
   * @throws InvalidInputException if the text is none of the three forms, or an id is malformed
   */
  static Permission parse(String parameter, String text) {
    String trimmed = text.trim();
    if (trimmed.equals("public")) {
      return new Everyone();
    }
    if (trimmed.startsWith("account:")) {
      String id = trimmed.substring("account:".length());
      Account.refuseUnlessId(parameter, id);
      return new Account(id);
    }
    if (trimmed.startsWith("organization:")) {
      String id = trimmed.substring("organization:".length());
      Organization.refuseUnlessId(parameter, id);
      return new Organization(id);
    }
    throw new InvalidInputException(
        Messages.format(
            "<%s> has '%s': write account:111122223333, organization:o-a1b2c3d4e5 or public.",
            parameter, trimmed));
  }

  /** As the parameter is written: {@code permissions} as elements, the others as a text. */
  private static String example(String parameter, String kind, String id) {
    return parameter.equals(PERMISSIONS)
        ? Messages.format("<%s>%s</%s>", kind, id, kind)
        : kind + ":" + id;
  }

  /**
   * One AWS account.
   *
   * @param account 12 digits
   */
  record Account(String account) implements Permission {

    private static final Pattern SYNTAX = Pattern.compile("\\d{12}");

    public Account {
      refuseUnlessId(PERMISSIONS, account);
    }

    private static void refuseUnlessId(String parameter, String account) {
      if (!SYNTAX.matcher(account).matches()) {
        throw new InvalidInputException(
            Messages.format(
                "<%s> has the account '%s': an account id is 12 digits without hyphens, for example"
                    + " %s.",
                parameter, account, example(parameter, "account", "111122223333")));
      }
    }

    @Override
    public String statementId() {
      return "account-" + account;
    }

    @Override
    public String principal() {
      return account;
    }

    @Override
    public String toString() {
      return "account:" + account;
    }
  }

  /**
   * Every account of an organization of AWS Organizations.
   *
   * @param id {@code o-} and 10 to 32 lower-case letters and digits
   */
  record Organization(String id) implements Permission {

    private static final Pattern SYNTAX = Pattern.compile("o-[a-z0-9]{10,32}");

    public Organization {
      refuseUnlessId(PERMISSIONS, id);
    }

    private static void refuseUnlessId(String parameter, String id) {
      if (!SYNTAX.matcher(id).matches()) {
        throw new InvalidInputException(
            Messages.format(
                "<%s> has the organization '%s': an organization id is 'o-' and 10 to 32 lower-case"
                    + " letters and digits, for example %s.",
                parameter, id, example(parameter, "organization", "o-a1b2c3d4e5")));
      }
    }

    @Override
    public String statementId() {
      return "organization-" + id;
    }

    @Override
    public String principal() {
      return "*";
    }

    @Override
    public Optional<String> organizationId() {
      return Optional.of(id);
    }

    @Override
    public String toString() {
      return "organization:" + id;
    }
  }

  /** Everyone: the layer version is public. */
  record Everyone() implements Permission {

    @Override
    public String statementId() {
      return "public";
    }

    @Override
    public String principal() {
      return "*";
    }

    @Override
    public String toString() {
      return "public";
    }
  }
}
