drop index letter_address, letter_tray_failed, letter_tray_held, letter_tray_waiting;
