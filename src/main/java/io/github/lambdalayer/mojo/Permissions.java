package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may use the layer: {@code <account>}, {@code <organization>} and {@code <public/>}, each as
 * often as needed, or one text such as {@code account:111122223333,public}.
 */
public final class Permissions {

  private final Set<Permission> permissions = new LinkedHashSet<>();

  /** An element without content, or with {@code true} or {@code false}. */
  public static final class Flag {

    private boolean on = true;

    /** Takes the element's text. */
    public void set(String text) {
      String value = text.trim();
      if (!value.equals("true") && !value.equals("false")) {
        throw new InvalidInputException(
            Messages.format("<public> is '%s': write <public/>, or true or false in it.", value));
      }
      on = value.equals("true");
    }
  }

  /** Takes the text form, from the command line. */
  public void set(String text) {
    for (String item : text.split(",", -1)) {
      if (!item.isBlank()) {
        permissions.add(Permission.parse(item));
      }
    }
  }

  /** An element with an id; Maven passes over an empty element whose type is a plain text. */
  public static final class Id {

    private String value = "";

    /** Takes the element's text. */
    public void set(String text) {
      value = text.trim();
    }
  }

  /** Takes {@code <account>}. */
  public void addAccount(Id account) {
    permissions.add(new Permission.Account(account.value));
  }

  /** Takes {@code <organization>}. */
  public void addOrganization(Id organization) {
    permissions.add(new Permission.Organization(organization.value));
  }

  /** Takes {@code <public/>}. */
  public void addPublic(Flag flag) {
    if (flag.on) {
      permissions.add(new Permission.Everyone());
    }
  }

  List<Permission> asList() {
    return List.copyOf(permissions);
  }
}
