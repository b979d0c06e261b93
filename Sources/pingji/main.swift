print("pingji")
